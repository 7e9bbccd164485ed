package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yima.client.ScriptedPlatform.answer;
import static org.yima.client.ScriptedPlatform.coded;
import static org.yima.client.ScriptedPlatform.done;
import static org.yima.client.ScriptedPlatform.lost;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.securitypkg.Suite;

/** Stays in hospital: what each method sends, word by word, and how its answer is read. */
final class StaysTest {
  private static final String COMMON =
      "<hospcode>99000001</hospcode><operatorid>OP1</operatorid>"
          + "<busicycleno>9900990000012026030208000001</busicycleno>";
  private static final String IN = COMMON + "<akc190>AKC1</akc190>";

  private final ScriptedPlatform platform = new ScriptedPlatform(Suite.SM);
  private final Stays stays = platform.client().stays();

  @AfterEach
  void stop() {
    platform.close();
  }

  private static SortedMap<String, String> with(String... pairs) {
    SortedMap<String, String> reply = done();
    for (int i = 0; i < pairs.length; i += 2) {
      reply.put(pairs[i], pairs[i + 1]);
    }
    return reply;
  }

  private static SortedMap<String, String> admitted() {
    return with(
        "orderid", "ZY1",
        "ordervalidcode", "VC1",
        "akc190", "AKC1",
        "akc290", "800.00",
        "akc090", "1.00");
  }

  private static Admission admission() {
    return Admission.builder("ZY1", Samples.CYCLE, Samples.credential())
        .medicalType("21")
        .stayNumber("ZY-1")
        .diagnosis("J18.9", "肺炎")
        .department("内科")
        .admittedOn(LocalDate.of(2026, 3, 1))
        .build();
  }

  private Stay stay() throws UnknownOutcome {
    platform.then(answer(admitted()));
    return stays.admit(admission()).value();
  }

  private String sent() {
    return platform.lastTransdata();
  }

  @Test
  void anAdmissionIsSentAndRead() throws UnknownOutcome {
    Stay stay = stay();
    assertThat(sent())
        .contains(
            "<ordertype>hishospzed</ordertype><orderid>ZY1</orderid>",
            "<medicaltype>21</medicaltype><outpatientno>ZY-1</outpatientno>"
                + "<deptname>内科</deptname><diseasecode>J18.9</diseasecode>"
                + "<indate>2026-03-01</indate>",
            "<indiseasename>肺炎</indiseasename>");
    assertThat(stay.number()).isEqualTo("AKC1");
    assertThat(stay.orderNumber()).isEqualTo("ZY1");
    assertThat(stay.validCode()).isEqualTo("VC1");
    assertThat(stay.deductibleFen()).isEqualTo(80_000);
    assertThat(stay).hasToString("stay AKC1");
    assertThat(admission()).hasToString("admission ZY1");
  }

  /** Also where the first answers were lost: the same call goes out again. */
  @Test
  void anAdmissionIsFollowedUp() throws UnknownOutcome {
    platform.then(lost()).then(lost()).then(answer(admitted()));
    assertThat(stays.admit(admission()).value().number()).isEqualTo("AKC1");
    assertThat(platform.calls()).containsExactly("ST023", "ST023", "ST023");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orderid", "ordervalidcode", "akc190"})
  void anAnswerWithoutItsNumbersIsNone(String missing) {
    for (int copy = 0; copy < 10; copy++) {
      SortedMap<String, String> reply = admitted();
      reply.remove(missing);
      platform.then(answer(reply));
    }
    assertThatExceptionOfType(UnknownOutcome.class)
        .isThrownBy(() -> stays.admit(admission()))
        .withMessageContaining(missing);
  }

  @Test
  void chargesAreSentAndTheirSerialsRead() throws UnknownOutcome {
    Stay stay = stay();
    platform.then(
        answer(
            with(
                "orderentryret",
                "<orderentryret><row><aae072>ZC1</aae072><bke067>1</bke067><bkc028>S1</bkc028>"
                    + "<aae019>30.00</aae019><bkc026>0.00</bkc026><akc228>3.00</akc228>"
                    + "<bkc027>27.00</bkc027></row></orderentryret>")));
    List<SettledLine> lines =
        stays
            .charge(
                stay,
                Samples.CYCLE,
                "BL1",
                Collections.singletonList(Samples.prescription("ZC1", Samples.tablets())))
            .value();
    assertThat(sent())
        .startsWith(
            "<transdata>"
                + COMMON
                + "<orderid>ZY1</orderid><akc190>AKC1</akc190><bkc012>BL1</bkc012>"
                + "<prescriptionlistinfo><row><prescriptionno>ZC1</prescriptionno>");
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).serial()).isEqualTo("S1");
    assertThat(lines.get(0).upfrontFen()).isEqualTo(300);
  }

  static Stream<Object[]> deletions() {
    return Stream.of(
        new Object[] {Deletion.ofAll("D1"), IN + "<cancelno>D1</cancelno>"},
        new Object[] {
          Deletion.ofLine("D1", "S1"), IN + "<bkc028>S1</bkc028><cancelno>D1</cancelno>"
        },
        new Object[] {
          Deletion.ofPart("D1", "S1", "1.5", 1_250).because("重复"),
          IN
              + "<bkc028>S1</bkc028><cancelnum>1.5</cancelnum><cancelamt>12.50</cancelamt>"
              + "<cancelno>D1</cancelno><reason>重复</reason>"
        });
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void deletionsAreSentAndWhatIsLeftIsRead(Deletion deletion, String expected)
      throws UnknownOutcome {
    Stay stay = stay();
    platform.then(
        answer(
            with(
                "rows",
                "<rows><row><bkc028>S1</bkc028><remainnum>0.5</remainnum>"
                    + "<remainamt>4.17</remainamt></row></rows>")));
    List<RemainingCharge> left = stays.delete(stay, Samples.CYCLE, deletion).value();
    assertThat(sent()).isEqualTo("<transdata>" + expected + "</transdata>");
    assertThat(left).hasSize(1);
    assertThat(left.get(0).serial()).isEqualTo("S1");
    assertThat(left.get(0).quantity()).isEqualTo("0.5");
    assertThat(left.get(0)).hasToString("charge S1, 417 fen left");
  }

  /** The ten marks, each in its place. */
  @ParameterizedTest
  @CsvSource({
    "medicaltype, 1000000000", "deptname, 0100000000", "aaz500, 0010000000",
    "indate, 0001000000", "outdate, 0000100000", "diseasecode, 0000010000",
    "indiseasename, 0000001000", "outdiseasename, 0000000100", "operatorname, 0000000010",
    "outreason, 0000000001",
  })
  void eachFieldHasItsMark(String field, String marks) throws UnknownOutcome {
    Stay stay = stay();
    String value = field.endsWith("date") ? "2026-03-02" : field.equals("outreason") ? "1" : "21";
    platform.then(answer(with("akc190", "AKC1")));
    StayUpdate update = StayUpdate.nothing().with(field, value);
    assertThat(stays.update(stay, Samples.CYCLE, update).value()).isEqualTo("AKC1");
    assertThat(sent())
        .contains(
            "<updateflag>" + marks + "</updateflag>",
            "<" + field + ">" + value + "</" + field + ">");
  }

  @Test
  void aDischargeMarksWhatItSays() throws UnknownOutcome {
    Stay stay = stay();
    platform.then(answer(with("akc190", "AKC1")));
    StayUpdate update =
        StayUpdate.nothing().discharged(LocalDate.of(2026, 3, 2), "1").diagnosis("J18.9", "已愈");
    stays.update(stay, Samples.CYCLE, update).value();
    assertThat(sent()).contains("<updateflag>0000110101</updateflag>");
    assertThatThrownBy(() -> update.with("akc190", "AKC2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ST033 cannot mark akc190");
  }

  private static String promise(String funds, String borne) {
    return "<balanceret><akc264>100.00</akc264><akc260>"
        + funds
        + "</akc260><akc255>20.00</akc255><akc261>10.00</akc261><akc087after>5.00</akc087after>"
        + "<bkc135>"
        + borne
        + "</bkc135></balanceret>";
  }

  /** Under a fixed price the hospital bears a part, or keeps one. */
  @ParameterizedTest
  @CsvSource({"70.00, 0.00, 0", "50.00, 20.00, 2000", "90.00, -20.00, -2000"})
  void aPromiseIsRead(String funds, String borne, long hospital) throws UnknownOutcome {
    Stay stay = stay();
    platform.then(
        answer(
            with(
                "orderid", "ZY1-1",
                "ordervalidcode", "VC2",
                "balanceret", promise(funds, borne))));
    Presettlement part =
        Presettlement.of(10_000)
            .until(LocalDateTime.of(2026, 3, 2, 8, 0))
            .accountAtMost(2_000)
            .order("ZY1-1");
    PreparedOrder promised = stays.presettle(stay, Samples.CYCLE, part).value();
    assertThat(sent())
        .isEqualTo(
            "<transdata>"
                + IN
                + "<akc264>100.00</akc264><akc255>20.00</akc255>"
                + "<endtime>2026-03-02 08:00:00</endtime><orderid>ZY1-1</orderid></transdata>");
    assertThat(promised.orderNumber()).isEqualTo("ZY1-1");
    assertThat(promised.split().hospitalFen()).isEqualTo(hospital);
    assertThat(promised.accountBalanceFen()).isEqualTo(2_500);
  }

  @Test
  void aPromiseThatDoesNotAddUpIsNone() throws UnknownOutcome {
    Stay stay = stay();
    for (int copy = 0; copy < 10; copy++) {
      platform.then(
          answer(
              with(
                  "orderid", "ZY1",
                  "ordervalidcode", "VC2",
                  "balanceret", promise("69.99", "0.00"))));
    }
    assertThatExceptionOfType(UnknownOutcome.class)
        .isThrownBy(() -> stays.presettle(stay, Samples.CYCLE, Presettlement.of(10_000)))
        .withMessageContaining("akc264");
  }

  @Test
  void theStateIsRead() throws UnknownOutcome {
    platform.then(
        answer(
            with(
                "akc190", "AKC1",
                "orderid", "ZY1",
                "admissionstate", "1",
                "count", "3",
                "amount", "1916.00")));
    StayStatus status = stays.status("AKC1").value();
    assertThat(status).hasToString("stay AKC1 in state 1, 191600 fen pending");
    assertThat(status.pending()).isEqualTo(3);
    assertThat(status.orderNumber()).isEqualTo("ZY1");
  }

  @Test
  void aWithdrawalAndARefusalAreTold() throws UnknownOutcome {
    Stay stay = stay();
    platform.then(answer(coded("00", "11", "E1110 住院登记下有已结算的费用")));
    Answer<String> refused = stays.withdraw(stay, Samples.CYCLE, Samples.credential());
    assertThat(refused.refusal().reason()).isEqualTo("E1110");
    platform.then(answer(done()));
    assertThat(stays.withdraw(stay, Samples.CYCLE, Samples.credential()).value()).isEqualTo("AKC1");
    assertThat(sent()).contains("<ecrcode>", "<orderid>ZY1</orderid>", "<ordervalidcode>VC1<");
  }

  @Test
  void approvalsAreRead() throws UnknownOutcome {
    platform.then(
        answer(
            with(
                "rows",
                "<rows><row><othercheckno>SP1</othercheckno><medicaltype>13</medicaltype>"
                    + "<diseasecode>M03900</diseasecode></row></rows>")));
    List<Approval> approvals = stays.approvals(Samples.credential()).value();
    assertThat(approvals).hasSize(1);
    assertThat(approvals.get(0).number()).isEqualTo("SP1");
    assertThat(approvals.get(0)).hasToString("approval for type 13");
    platform.then(answer(done()));
    assertThat(stays.approvals(Samples.credential()).value()).isEmpty();
  }
}
