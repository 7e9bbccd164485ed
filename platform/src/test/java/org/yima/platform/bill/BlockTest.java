package org.yima.platform.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Field;
import org.yima.protocol.spec.Spec;
import org.yima.settlement.Money;

/** A block of 4.5: whole, in the order of its table, and nothing else. */
class BlockTest {
  @ParameterizedTest
  @ValueSource(strings = {"registerret", "orderentryret", "balanceret"})
  void every_field_is_written_in_the_order_of_its_table(String name) {
    List<Field> fields = Spec.get().table("aptorderackdata." + name).fields();
    Element element = new Block(name, "aptorderackdata." + name).element();
    assertThat(element.name()).isEqualTo(name);
    assertThat(element.children())
        .extracting(Element::name)
        .containsExactlyElementsOf(fields.stream().map(Field::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "balanceret,    akc264, 0.00, an amount",
    "balanceret,    bkc135, 0.00, an amount that the table marks as unused",
    "balanceret,    bkc030, 0.00, a ratio",
    "balanceret,    PRINT,  '',   a text",
    "registerret,   aac003, '',   a name",
    "registerret,   akc290, 0.00, an amount",
    "orderentryret, AKC253, 0.00, an upper-case amount",
  })
  void what_nobody_filled(String name, String field, String value, String because) {
    Element element = new Block(name, "aptorderackdata." + name).element();
    assertThat(element.textOf(field)).as(because).isEqualTo(value);
  }

  /** Names are case-sensitive: akc228 and AKC228 are two fields. */
  @ParameterizedTest
  @CsvSource({"akc264x", "AKC264", "hospcode", "''"})
  void a_field_that_the_table_does_not_have_is_a_defect(String field) {
    var block = new Block("balanceret", "aptorderackdata.balanceret");
    assertThatIllegalStateException()
        .isThrownBy(() -> block.put(field, "1"))
        .withMessageContaining("has no field " + field);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00", "5, 0.05", "-1250, -12.50", "123456789012, 1234567890.12"})
  void an_amount_is_written_unpadded_with_two_decimals(long fen, String written) {
    var block = new Block("balanceret", "aptorderackdata.balanceret");
    assertThat(block.put("bkc135", Money.ofFen(fen)).element().textOf("bkc135")).isEqualTo(written);
  }
}
