package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.imports.ImportReport;
import org.yima.platform.imports.Kinds;
import org.yima.platform.store.ColumnKeys;

/** An empty database becomes a district, from files alone; and what a file may not say. */
class ImportTest {
  private static final String PEOPLE_HEAD =
      "district,person_no,id_type,id_no,name,card_no,sex,birth_date";
  private static final String[] PEOPLE = {
    PEOPLE_HEAD,
    "530400,P1,01,990000198001010011,测试甲,C0000001,1,1980-01-01",
    "530400,P2,01,990000199002020022,测试乙,C0000002,2,1990-02-02",
  };

  /** Each kind with a good file, in the order in which an empty database wants them. */
  private static final Map<String, String[]> WORLD = new TreeMap<>();

  @TempDir static Path folder;

  private static EmbeddedDatabase database;
  private static Bureau bureau;

  @BeforeAll
  static void loadTheWorld() {
    database = EmbeddedDatabase.start(folder);
    Path columns = folder.resolve("columns.p12");
    ColumnKeys.createPkcs12(columns, KeyFolder.PASSWORD.toCharArray(), new SecureRandom());
    bureau = Bureau.open(database.url(), folder, columns);
    good("districts", "district,name", "530400,示例市", "530500,邻市");
    good(
        "institutions",
        "hospcode,district,merchantcode,name,kind,level,care,tier,callbacks",
        "H1,530400,M1,示例医院,HOSPITAL,3,GENERAL,CITY,https://his.example/a https://his.example/b",
        "H2,530400,M2,示例药店,PHARMACY,0,PHARMACY,,");
    good("systems", "infosyscode,hospcode,name,suites", "S1,H1,HIS,SM RSA", "S2,H2,收银,SM");
    good("people", PEOPLE);
    good(
        "enrolments",
        "district,person_no,valid_from,valid_to,scheme,retired,frozen",
        "530400,P1,2024-01-01,2025-12-31,EMPLOYEE,,",
        "530400,P1,2026-01-01,,EMPLOYEE,,是",
        "530400,P2,2024-01-01,,RESIDENT,否,否");
    good(
        "credits",
        "district,person_no,period,amount",
        "530400,P1,OPENING,100.00",
        "530400,P1,2026-01,88.5");
    good(
        "totals",
        "district,person_no,benefit_year,counter,amount",
        "530400,P1,2026,fund:all,1000.00");
    good(
        "items",
        "district,code,valid_from,valid_to,name,class,upfront_ratio,ceiling_price,herb",
        "530400,X1,2024-01-01,2024-12-31,某药,2,0.2,,",
        "530400,X1,2025-01-01,,某药,2,0.1,12.5,",
        "530400,X2,2024-01-01,,某草药,1,0,,是");
    good(
        "diseases",
        "district,code,name,categories,valid_from",
        "530400,I10,原发性高血压,M0401 M0402,2024-01-01");
    good(
        "approvals",
        "district,person_no,medical_type,disease_code,valid_from,valid_to",
        "530400,P1,CHRONIC_DISEASE,I10,2024-01-01,2029-12-31");
    good(
        "item-approvals",
        "district,person_no,approval_no,item_code,valid_from,valid_to",
        "530400,P1,A1,X1,2024-01-01,2029-12-31");
    good(
        "filings",
        "district,person_no,kind,valid_from,valid_to,place",
        "530400,P2,RESIDING,2025-01-01,,51");
  }

  private static void good(String kind, String... lines) {
    WORLD.put(kind, lines);
    ImportReport report = bureau.load(kind, lines);
    assertThat(report.faults()).as(kind).isEmpty();
    assertThat(report.inserted()).as(kind).isEqualTo(lines.length - 1);
  }

  private static String[] known(String kind) {
    return Objects.requireNonNull(WORLD.get(kind), kind);
  }

  @AfterAll
  static void close() {
    bureau.close();
    database.close();
  }

  @Test
  void every_kind_has_been_tried() {
    assertThat(WORLD.keySet()).containsExactlyInAnyOrderElementsOf(bureau.get(Kinds.class).names());
  }

  @Test
  void the_same_files_again_change_nothing() {
    String before = contents();
    WORLD.forEach((kind, lines) -> {
      ImportReport again = bureau.load(kind, lines);
      assertThat(again.inserted() + again.updated()).as(kind).isZero();
      assertThat(again.unchanged()).as(kind).isEqualTo(lines.length - 1);
    });
    assertThat(contents()).isEqualTo(before);
  }

  /** All that a load could have written but versions, which move with every load. */
  private static String contents() {
    return Stream.of(
            "district",
            "institution",
            "access_system",
            "person",
            "enrolment",
            "personal_account",
            "account_posting",
            "year_total",
            "opening_total",
            "item",
            "disease",
            "approval",
            "filing",
            "item_approval")
        .map(table -> table + bureau.rows("select t::text from " + table + " t order by 1"))
        .reduce("", String::concat);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "districts;    53040,示例市;                               统筹区 district 应为六位统筹区代码",
        "institutions; H9,539999,M9,某院,HOSPITAL,3,GENERAL,,;              没有这个统筹区",
        "institutions; H9,530400,M1,某院,HOSPITAL,3,GENERAL,,;              商户代码属于另一个机构",
        "institutions; H9,530400,M9,某院,CLINIC,3,GENERAL,,;                类别 kind 应为HOSPITAL、PHARMACY 之一",
        "systems;      S9,H9,HIS,SM;                               没有这个定点医药机构",
        "systems;      S9,H1,HIS,DES;                              密码套件 suites 应为SM、RSA 或 LEGACY，多个以空格分隔",
        "people;       530400,P9,01,990000198001010011,丙,C9,1,1980-01-01; 此证件号码已登记在另一个个人编号下",
        "people;       530400,P9,01,990000197001010019,,C9,1,1980-01-01;   姓名 name 应为必填",
        "people;       530400,P9,01,990000197001010019,丙,C9,3,1980-01-01; 性别 sex 应为1、2、9 之一",
        "enrolments;   530400,P9,2026-01-01,,EMPLOYEE,,;           没有这个参保人",
        "enrolments;   530400,P2,2026-01-01,,RESIDENT,,;           与同一人的另一时段重叠",
        "enrolments;   530400,P1,2020-12-31,2020-01-01,EMPLOYEE,,; 结束日期早于开始日期",
        "credits;      530400,P1,2026-01,88.51;                    该月已划入，金额不同；更正请另行冲补",
        "credits;      530400,P1,2026-13,1;                        月份 period 应为月份 yyyy-MM，或期初余额 OPENING",
        "credits;      530400,P1,2026-02,0;                        金额应大于零",
        "totals;       530400,P9,2026,fund:all,1;                  没有这个参保人",
        "totals;       530400,P1,2026,fund,1;                      累计项 counter 应为累计项 KIND:POOL，如 fund:all",
        "items;        530400,X2,2025-01-01,,某草药,1,0,,;         与同一项目的另一时段重叠",
        "items;        530400,X3,2025-01-01,,某药,5,0,,;           等级（1 甲 2 乙 3 自费 4 特检特治） class 应为1、2、3、4 之一",
        "diseases;     539999,I11,某病,,2024-01-01;                没有这个统筹区",
        "approvals;    530400,P1,CHRONIC_DISEASE,I10,2024-02-01,2024-01-01; 结束日期早于开始日期",
        "filings;      530400,P2,HOLIDAY,2025-01-01,,51;           备案类型 kind 应为RESIDING、REFERRED、EMERGENCY 之一",
      })
  void a_bad_row_is_named_and_nothing_is_written(String kind, String row, String sentence) {
    String before = contents();
    String[] known = known(kind);
    ImportReport report = bureau.load(kind, known[0], row);
    assertThat(report.faults()).containsExactly("第 2 行：" + sentence);
    assertThat(report.bad()).isEqualTo(1);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void a_row_twice_in_one_file_is_named() {
    ImportReport report = bureau.load("people", PEOPLE[0], PEOPLE[1], PEOPLE[1]);
    assertThat(report.faults()).containsExactlyInAnyOrder("第 3 行：与前面的行重复", "第 3 行：证件号码与前面的行重复");
  }

  @Test
  void of_many_bad_rows_a_hundred_are_named_and_all_counted() {
    String[] lines =
        Stream.concat(
                Stream.of("district,person_no,period,amount"),
                IntStream.range(0, 300).mapToObj(i -> "530400,NOBODY" + i + ",2026-03,1.00"))
            .toArray(String[]::new);
    ImportReport report = bureau.load("credits", lines);
    assertThat(report.bad()).isEqualTo(300);
    assertThat(report.faults()).hasSize(100).first().isEqualTo("第 2 行：没有这个参保人");
  }

  @Test
  void credits_are_posted_with_their_counter_account_and_are_the_balance() {
    assertThat(
            bureau.rows(
                "select period, personal_account, contributions from account_posting order by 1"))
        .containsExactly("2026-01 8850 -8850", "OPENING 10000 -10000");
    assertThat(bureau.rows("select person_no, balance from personal_account order by 1"))
        .containsExactly("P1 18850", "P2 0");
  }

  /** What was paid meanwhile stands: only the difference moves. */
  @Test
  void a_corrected_opening_total_moves_the_running_total_by_the_difference() {
    String head = "district,person_no,benefit_year,counter,amount";
    bureau.load("totals", head, "530400,P2,2026,fund:all,500.00");
    bureau.tell("update year_total set amount = amount + 12300 where person_no = 'P2'");
    ImportReport report = bureau.load("totals", head, "530400,P2,2026,fund:all,450.00");
    assertThat(report.updated()).isEqualTo(1);
    assertThat(bureau.one("select amount from year_total where person_no = 'P2'"))
        .isEqualTo(String.valueOf(45000 + 12300));
    bureau.tell("delete from year_total where person_no = 'P2'");
    bureau.tell("delete from opening_total where person_no = 'P2'");
  }

  @Test
  void a_changed_row_is_counted_as_updated_also_where_only_what_is_encrypted_has_changed() {
    String renamed = PEOPLE[1].replace("测试甲", "测试甲改");
    assertThat(bureau.load("people", PEOPLE[0], renamed, PEOPLE[2]))
        .extracting(ImportReport::inserted, ImportReport::updated, ImportReport::unchanged)
        .containsExactly(0L, 1L, 1L);
    bureau.load("people", PEOPLE);
  }

  @Test
  void catalogues_move_their_version_and_stamp_what_changed_alone() {
    long before = Long.parseLong(version());
    String[] items = known("items");
    bureau.load("items", items[0], items[1], items[2], items[3].replace("某草药", "某草药改"));
    assertThat(version()).isEqualTo(String.valueOf(before + 1));
    assertThat(bureau.rows("select distinct code from item where version = " + (before + 1)))
        .containsExactly("X2");
    bureau.load("items", items);
  }

  private static String version() {
    return bureau.one("select version from catalogue_version where catalogue = 'item'");
  }

  @Test
  void a_period_ends_and_another_begins_in_one_file() {
    assertThat(
            bureau
                .load(
                    "enrolments",
                    "district,person_no,valid_from,valid_to,scheme,retired",
                    "530400,P2,2024-01-01,2026-06-30,RESIDENT,",
                    "530400,P2,2026-07-01,,EMPLOYEE,")
                .faults())
        .isEmpty();
    bureau.tell("delete from enrolment where person_no = 'P2' and valid_from = '2026-07-01'");
    bureau.load("enrolments", known("enrolments"));
  }

  @Test
  void personal_data_is_nowhere_in_clear() {
    String person = bureau.rows("select t::text from person t").toString();
    assertThat(person).doesNotContain("测试", "990000198001010011", "C0000001");
    ImportReport refused = bureau.load("people", PEOPLE_HEAD, "530400,P9,01,#秘密#,秘密,C9,1,秘密");
    assertThat(refused.faults().toString()).doesNotContain("秘密");
  }

  @Test
  void every_load_is_on_record_with_the_digest_of_its_file() {
    ImportReport refused = bureau.load("districts", "district,name", "x,y");
    ImportReport loaded = bureau.load("districts", known("districts"));
    assertThat(
            bureau.rows(
                """
                select kind, operator, sm3, rows, unchanged, bad from import_run
                 order by run_no desc limit 2
                """))
        .isEqualTo(
            List.of(
                "districts 01 " + loaded.sm3() + " 2 2 0",
                "districts 01 " + refused.sm3() + " 1 0 1"));
  }

  @Test
  void an_unknown_kind_is_told_with_all_that_there_are() {
    assertThatThrownBy(() -> bureau.load("peple", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("people");
  }
}
