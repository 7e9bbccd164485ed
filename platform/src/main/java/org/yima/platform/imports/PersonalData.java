package org.yima.platform.imports;

import static org.yima.platform.imports.CellType.date;
import static org.yima.platform.imports.CellType.matching;
import static org.yima.platform.imports.CellType.oneOf;
import static org.yima.platform.imports.CellType.text;
import static org.yima.platform.imports.Column.optional;
import static org.yima.platform.imports.Column.required;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yima.platform.imports.Kind.Cells;
import org.yima.platform.imports.Kind.Derived;
import org.yima.platform.person.IdNumber;
import org.yima.platform.person.People;
import org.yima.platform.store.Vault;

/** People: what the law calls sensitive leaves this class encrypted or digested alone. */
@Component
final class PersonalData {
  private static final HexFormat HEX = HexFormat.of();
  private static final String NO_VALUE = "\u0001";
  private static final String BETWEEN = "\u001f";

  private final Vault vault;
  private final People people;

  PersonalData(Vault vault, People people) {
    this.vault = vault;
    this.people = people;
  }

  Kind kind(CellType district, CellType code) {
    Kind kind =
        Kind.of(
                "people",
                "参保人",
                "person",
                List.of("district", "person_no"),
                required("district", "统筹区", district),
                required("person_no", "个人编号", code),
                required("id_type", "证件类型", matching("[0-9A-Za-z]{1,3}", "证件类型代码，01 为居民身份证")),
                required("id_no", "证件号码", matching("[0-9A-Za-z()-]{4,32}", "证件号码")).secret(),
                required("name", "姓名", text(60)).secret(),
                required("card_no", "社保卡号", matching("[0-9A-Za-z]{1,32}", "社保卡号")).secret(),
                required("sex", "性别", oneOf("1", "2", "9")),
                required("birth_date", "出生日期", date()),
                optional("employer_no", "单位编号", code),
                optional("employer_name", "单位名称", text(120)),
                optional("retired_on", "退休日期", date()))
            .derive(
                new Derived("id_digest", "bytea", true, row -> bytes(people.digest(id(row)))),
                new Derived("id_no_enc", "bytea", false, row -> sealed("id_no", id(row).value())),
                new Derived("name_enc", "bytea", false, row -> sealed("name", of(row, "name"))),
                new Derived(
                    "card_no_enc", "bytea", false, row -> sealed("card_no", of(row, "card_no"))),
                new Derived("source_digest", "bytea", true, this::source))
            .needs("district", "没有这个统筹区", "district")
            .check("证件号码与前面的行重复", SAME_ID_IN_FILE)
            .check("此证件号码已登记在另一个个人编号下", ID_IS_ANOTHERS);
    return kind.merge(kind.upsert(Map.of()), ACCOUNT);
  }

  private static final String SAME_ID_IN_FILE =
      """
      select line from (select line, row_number() over (partition by district, id_digest
        order by line) as nth from incoming) i where nth > 1
      """;
  private static final String ID_IS_ANOTHERS =
      """
      select i.line from incoming i join person p
        on p.district = i.district and p.id_digest = i.id_digest
       where p.person_no <> i.person_no
      """;

  /** Whoever is insured has an account, if only an empty one. */
  private static final String ACCOUNT =
      """
      insert into personal_account (district, person_no, balance)
      select district, person_no, 0 from incoming where line > ? and line <= ?
      on conflict (district, person_no) do nothing
      """;

  private String sealed(String column, String text) {
    return bytes(vault.seal("person." + column, text));
  }

  /**
   * A digest of what encrypted columns hold, since those differ each time. Under a new key it is
   * another, and the row is written once more.
   */
  private String source(Cells row) {
    String text =
        List.of("id_no", "name", "card_no").stream()
            .map(name -> Objects.requireNonNullElse(row.get(name), NO_VALUE))
            .collect(Collectors.joining(BETWEEN));
    return bytes(vault.digest("person.source", text));
  }

  private static IdNumber id(Cells row) {
    return new IdNumber(of(row, "id_type"), of(row, "id_no"));
  }

  private static String of(Cells row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String bytes(byte[] value) {
    return "\\x" + HEX.formatHex(value);
  }
}
