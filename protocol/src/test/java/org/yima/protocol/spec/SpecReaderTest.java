package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The folder as a whole: nothing forgotten, nothing unreadable, mistakes named with their line. */
class SpecReaderTest {
  private static final SpecFolder FOLDER = SpecFolder.read();

  @Test
  void every_file_is_listed_and_every_listed_file_exists() {
    Set<String> listed =
        new TreeSet<>(
            Set.of(
                "tables.tsv",
                "transactions.tsv",
                "aliases.tsv",
                "outline.tsv",
                "order-life.tsv",
                "order-answers.tsv",
                "admission-answers.tsv"));
    FOLDER.lines("tables.tsv").stream()
        .skip(1)
        .forEach(l -> listed.add(l.split("\t", -1)[0] + ".tsv"));
    assertThat(new TreeSet<>(FOLDER.files().keySet())).isEqualTo(listed);
  }

  @Test
  void the_transactions_stand_in_the_order_of_the_interface() {
    assertThat(Spec.get().transactions())
        .extracting(TransactionSpec::code)
        .containsExactly(
            "ST001",
            "ST002",
            "ST020",
            "ST007",
            "ST009",
            "ST010",
            "ST021",
            "ST022",
            "ST023",
            "ST024",
            "ST100",
            "ST099",
            "ST031",
            "ST032",
            "ST033",
            "ST034",
            "ST035",
            "ST036",
            "ST041",
            "ST042",
            "ec.query");
  }

  @Test
  void every_table_but_the_envelope_is_reached_from_a_transaction() {
    Set<String> reached =
        new TreeSet<>(Set.of("message.request", "message.reply", "message.sealed"));
    reached.addAll(Set.of("statement", "notification"));
    for (TransactionSpec transaction : Spec.get().transactions()) {
      reach(transaction.request(), reached);
      reach(transaction.reply(), reached);
    }
    assertThat(Spec.get().tables())
        .extracting(Table::id)
        .containsExactlyInAnyOrderElementsOf(reached);
  }

  private static void reach(Table table, Set<String> reached) {
    reached.add(table.id());
    for (Field field : table.fields()) {
      if (field.table() != null) {
        reach(field.table(), reached);
      }
    }
  }

  @Test
  void every_code_table_is_used_by_a_field() {
    Set<String> used = new TreeSet<>(Set.of("updateflag"));
    for (Table table : Spec.get().tables()) {
      for (Field field : table.fields()) {
        if (field.format().startsWith("code:")) {
          used.addAll(List.of(field.format().substring(5).split(",", -1)));
        }
      }
    }
    assertThat(Spec.get().codeTables())
        .extracting(CodeTable::id)
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void the_places_of_updateflag_are_the_fields_of_ST033() {
    List<String> fields =
        Spec.get().table("ST033.request").fields().stream().map(Field::name).toList();
    assertThat(Spec.get().codes("updateflag").codes())
        .extracting(CodeTable.Code::remark)
        .isEqualTo(fields.subList(fields.indexOf("medicaltype"), fields.indexOf("outreason") + 1));
  }

  /**
   * ST031 carries the rows of 4.4 and differs in what its own text says: 20 characters, 300 rows.
   */
  @Test
  void ST031_repeats_the_rows_of_4_4() {
    assertThat(differences("orderdata.item", "ST031.item")).containsExactly("prescriptionorderno");
    assertThat(differences("orderdata.prescription", "ST031.prescription"))
        .containsExactly("prescriptionitemlistinfo");
  }

  private static List<String> differences(String one, String other) {
    List<String> differences = new ArrayList<>();
    List<Field> fields = Spec.get().table(one).fields();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Field twin = Spec.get().table(other).fields().get(i);
      if (!all(field).equals(all(twin))) {
        differences.add(twin.name());
      }
    }
    return differences;
  }

  private static List<String> all(Field field) {
    return List.of(
        field.name(),
        field.chineseName(),
        field.printedType(),
        field.length(),
        field.required().name(),
        field.accept(),
        field.format(),
        field.remark());
  }

  @Test
  void a_code_is_found_by_either_spelling() {
    CodeTable table = Spec.get().codes("ordertype");
    assertThat(table.find("hisscan")).isNotNull().isSameAs(table.find("hissscan"));
    assertThat(table.find("nosuch")).isNull();
  }

  @Test
  void what_is_not_there_is_said_to_be_missing() {
    assertThat(Spec.get().transaction("ST000")).isNull();
    assertThatThrownBy(() -> Spec.get().table("ST000.request"))
        .hasMessageContaining("ST000.request");
    assertThatThrownBy(() -> Spec.get().codes("nosuch")).hasMessageContaining("nosuch");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a cell too few        | x,甲,String,1,yes,,,4.4          | orderdata.tsv:2 has 8 cells instead of 9
          an unknown type       | x,甲,Text,1,yes,,,4.4,           | orderdata.tsv:2: unknown type Text
          a length in words     | x,甲,String,ten,yes,,,4.4,       | orderdata.tsv:2: For input string: "ten"
          an unknown word       | x,甲,String,1,N,,,4.4,           | orderdata.tsv:2: unknown word for required: N
          an unknown acceptance | x,甲,String,1,yes,maybe,,4.4,    | orderdata.tsv:2: unknown word in accept: maybe
          an unknown format     | x,甲,String,1,yes,,money,4.4,    | orderdata.tsv:2: unknown format money
          a missing code table  | x,甲,String,1,yes,,code:no,4.4,  | orderdata.tsv:2: no table no in tables.tsv
          a table inside itself | x,甲,Table,,yes,,table:orderdata,4.4, | table orderdata holds itself
          """)
  void a_mistake_in_a_table_is_named_with_its_line(String what, String row, String message) {
    List<String> lines = List.of(FOLDER.lines("orderdata.tsv").getFirst(), row.replace(',', '\t'));
    SpecFolder broken = FOLDER.with("orderdata.tsv", lines);
    try {
      broken.spec();
      fail(what + " was not noticed");
    } catch (IllegalStateException mistake) {
      assertThat(mistake).hasMessage(message);
    }
  }

  @Test
  void a_name_or_code_given_twice_is_refused() {
    List<String> fields = new ArrayList<>(FOLDER.lines("orderdata.tsv"));
    fields.add(fields.get(1));
    assertThatThrownBy(() -> FOLDER.with("orderdata.tsv", fields).spec())
        .hasMessage("orderdata names hospname twice");

    List<String> codes = new ArrayList<>(FOLDER.lines("codes/paystatus.tsv"));
    codes.add(codes.get(1));
    assertThatThrownBy(() -> FOLDER.with("codes/paystatus.tsv", codes).spec())
        .hasMessage("codes/paystatus.tsv:7 repeats code 1");
  }
}
