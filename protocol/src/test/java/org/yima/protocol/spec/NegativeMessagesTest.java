package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.Element;

/** Every field of every table, bad in every way its row allows, is named: it alone, and why. */
class NegativeMessagesTest {
  static Stream<Table> tables() {
    return Spec.get().tables().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_good_message_has_no_faults(Table table) {
    assertThat(FieldCheck.check(table, GoodMessages.of(table))).isEmpty();
    assertThat(FieldCheck.check(table, GoodMessages.widest(table))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_message_with_one_bad_field_names_it_alone(Table table) {
    List<String> wrong = new ArrayList<>();
    BadMessages.of(
        table,
        bad -> {
          String found = FieldCheck.check(table, bad.message()).toString();
          if (!found.equals("[" + bad + "]")) {
            wrong.add(bad + " was reported as " + found);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_tables_can_be_broken_in_every_way_there_is() {
    Set<FaultKind> met = EnumSet.noneOf(FaultKind.class);
    tables().forEach(table -> BadMessages.of(table, bad -> met.add(bad.kind())));
    assertThat(met).containsExactlyInAnyOrder(FaultKind.values());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void what_is_optional_may_be_left_out(Table table) {
    List<Element> needed = new ArrayList<>();
    for (Field field : table.fields()) {
      if (field.needed()) {
        needed.add(GoodMessages.element(field));
      }
    }
    assertThat(FieldCheck.check(table, Element.of("transdata", needed))).isEmpty();
  }

  /** Personal data must not come back in answers or reach logs. */
  @Test
  void no_fault_repeats_the_value() {
    String value = "金丝雀\u0007" + "𠮷".repeat(2100);
    for (Table table : Spec.get().tables()) {
      List<Element> children = new ArrayList<>();
      table.fields().forEach(field -> children.add(Element.text(field.name(), value)));
      for (FieldFault fault : FieldCheck.check(table, Element.of("transdata", children))) {
        assertThat(fault + fault.message()).doesNotContain("金丝雀").doesNotContain("𠮷");
      }
    }
  }
}
