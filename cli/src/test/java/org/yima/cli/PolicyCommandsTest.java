package org.yima.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code settle}, {@code policy check} and {@code policy diff} as somebody calls them. */
class PolicyCommandsTest {
  private static final String POLICY =
      """
      name: 我市职工门诊
      district: "990001"
      scheme: employee
      from: 2024-01-01
      benefits:
        - name: 普通门诊
          types: [outpatient]
          steps:
            - classify-lines
            - basic-fund: {pool: outpatient, pays: [{from: 2024-01-01, source: 某发〔2023〕1 号, is: 60%}]}
            - patient-bears: over-limit
            - in-cash
      """;

  private static final String CASES =
      """
      about: 门诊
      origin: own
      source: 自拟
      district: "990001"
      scheme: employee
      cases:
        - name: 一张账单
          person: {employment: active, age: 40}
          bill: {date: 2024-06-01, type: outpatient, level: 2, lines: [{item: 药, class: 甲, amount: 500}]}
          expect: {basic-fund: 300, cash: 200}
      """;

  @TempDir Path folder;
  private Path city;
  private String out = "";
  private String err = "";

  @BeforeEach
  void write_a_city() throws IOException {
    city = Files.createDirectories(folder.resolve("我市"));
    Files.createDirectories(city.resolve("cases"));
    Files.writeString(city.resolve("employee.yaml"), POLICY);
    Files.writeString(city.resolve("cases/a.yaml"), CASES);
  }

  /** The exit code; {@code CITY} stands for the city's folder. */
  private int yima(String... arguments) {
    var printed = new StringWriter();
    var complained = new StringWriter();
    CommandLine yima =
        Yima.commandLine().setOut(new PrintWriter(printed)).setErr(new PrintWriter(complained));
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].replace("CITY", city.toString());
    }
    int exit = yima.execute(arguments);
    out = printed.toString();
    err = complained.toString();
    assertThat(err).doesNotContain("\tat ", "Exception");
    return exit;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | settle CITY/cases/a.yaml
          0 | settle --policies CITY CITY/cases/a.yaml
          0 | settle --json CITY/cases/a.yaml CITY/cases/a.yaml
          0 | policy check CITY
          0 | policy check --json CITY
          0 | policy diff CITY CITY/employee.yaml --bills CITY/cases/a.yaml
          0 | policy diff CITY CITY --bills CITY/cases/a.yaml --json
          1 | settle CITY/employee.yaml
          1 | settle --policies CITY/cases CITY/cases/a.yaml
          1 | policy check CITY/cases
          1 | policy diff CITY/cases CITY --bills CITY/cases/a.yaml
          1 | policy diff CITY CITY --bills CITY/employee.yaml
          2 | settle
          2 | settle CITY/none.yaml
          2 | settle CITY
          2 | settle --policies CITY/none CITY/cases/a.yaml
          2 | policy
          2 | policy check CITY/none
          2 | policy check CITY/employee.yaml
          2 | policy diff CITY --bills CITY/cases/a.yaml
          2 | policy diff CITY CITY
          2 | policy diff CITY CITY --bills CITY/none.yaml
          """)
  void exit_codes(int exit, String call) {
    assertThat(yima(call.split(" "))).as(out + err).isEqualTo(exit);
    if (exit != 0) {
      assertThat(out + err).isNotBlank();
    }
  }

  @Test
  void settle_prints_the_split_and_checks_it() {
    yima("settle", "CITY/cases/a.yaml");
    assertThat(out)
        .contains("━━ " + city.resolve("cases/a.yaml") + ":7 一张账单")
        .contains("基本医疗统筹基金  300.00  basic-fund", "某发〔2023〕1 号，自 2024-01-01 起")
        .contains("✓ 与预期一致 as expected：2 项");
    assertThat(err).isEmpty();
  }

  @Test
  void settle_says_what_is_not_as_expected() throws IOException {
    Files.writeString(city.resolve("cases/a.yaml"), CASES.replace("cash: 200", "cash: 199.99"));
    assertThat(yima("settle", "CITY/cases/a.yaml")).isOne();
    assertThat(out).contains("cash  预期 199.99  →  实际 200.00");
  }

  @Test
  void settle_as_json_is_the_same_as_data() {
    yima("settle", "--json", "CITY/cases/a.yaml");
    JsonNode json = JsonMapper.builder().build().readTree(out);
    JsonNode first = json.get("cases").get(0);
    assertThat(json.get("passed").asBoolean()).isTrue();
    assertThat(json.get("errors")).isEmpty();
    assertThat(first.propertyNames()).startsWith("file", "line", "name", "district");
    assertThat(first.get("steps").get(1).get("citation").get("source").asString())
        .isEqualTo("某发〔2023〕1 号");
    assertThat(first.get("shares").get(1).get("amount").asString()).isEqualTo("300.00");
  }

  @Test
  void an_error_names_file_line_and_remedy() throws IOException {
    Files.writeString(city.resolve("employee.yaml"), POLICY.replace("60%", "60"));
    assertThat(yima("settle", "CITY/cases/a.yaml")).isOne();
    assertThat(out).isEmpty();
    assertThat(err)
        .isEqualTo(
            city.resolve("employee.yaml")
                + ":10: “60”不是比例；请写成百分数，如 65% / '60' is not a ratio; write a percentage, as 65%"
                + System.lineSeparator());
    assertThat(yima("policy", "check", "CITY")).isOne();
    assertThat(out).contains("错误 errors", "employee.yaml:10: “60”不是比例", "✗ 0 个政策文件");
    assertThat(yima("policy", "diff", "CITY", "CITY", "--bills", "CITY/cases/a.yaml")).isOne();
    assertThat(err).contains("employee.yaml:10: “60”不是比例");
  }

  @Test
  void check_does_not_fail_cases_for_a_fault_of_their_policy() throws IOException {
    Files.writeString(city.resolve("employee.yaml"), POLICY.replace("60%", "60"));
    assertThat(yima("policy", "check", "CITY")).isOne();
    assertThat(out)
        .contains("没有运行的算例 cases not run", "1 个算例没有运行，因为 990001 职工的政策有错误")
        .contains("0 个算例：1 处错误，0 个算例未通过")
        .doesNotContain("未通过的算例");
    yima("policy", "check", "--json", "CITY");
    JsonNode json = JsonMapper.builder().build().readTree(out);
    assertThat(json.get("failures")).isEmpty();
    assertThat(json.get("notRun")).hasSize(1);
  }

  @Test
  void check_counts_what_it_tried() {
    yima("policy", "check", "CITY");
    assertThat(out).startsWith("✓ 1 个政策文件，1 项标准，1 个算例：0 处错误，0 个算例未通过");
    assertThat(yima("policy", "check")).as("where there is no folder: those that ship").isZero();
    assertThat(out).startsWith("✓ ");
  }

  @Test
  void diff_shows_both_sides() throws IOException {
    Files.writeString(folder.resolve("new.yaml"), POLICY.replace("60%", "70%"));
    yima("policy", "diff", "CITY", folder + "/new.yaml", "--bills", "CITY/cases/a.yaml");
    assertThat(out)
        .startsWith("A  " + city + System.lineSeparator().replace("\r\n", "\n") + "B  ")
        .contains("基本医疗统筹基金               300.00  350.00  +50.00");
    yima("policy", "diff", "--json", "CITY", "CITY", "--bills", "CITY/cases/a.yaml");
    JsonNode json = JsonMapper.builder().build().readTree(out);
    assertThat(json.get("totals").get(0).get("difference").asString()).isEqualTo("0.00");
  }
}
