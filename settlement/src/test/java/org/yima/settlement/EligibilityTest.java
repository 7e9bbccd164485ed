package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who gets no benefit on a day at all, and where a visit counts as elsewhere. Bills of 2024-06-01.
 */
class EligibilityTest {

  /** Waits six months after enrolling; an interruption of up to three months is none. */
  private static Policy waiting(Member.Scheme scheme) {
    var all = MedicalType.values();
    var steps = Sample.policy().benefits().getFirst().steps();
    var waiting = new Waiting(Figure.of(6, Sample.SOURCE), Figure.of(3, Sample.SOURCE));
    var benefit = new Benefit("全部", Sample.covers(all), null, steps);
    return new Policy(
        "测试政策", "990001", scheme, MonthDay.of(1, 1), Map.of(), waiting, List.of(benefit));
  }

  private static Member.Period[] periods(String text) {
    var periods = new ArrayList<Member.Period>();
    for (String period : text.split(", ", -1)) {
      String[] days = period.split(" to |( frozen)", -1);
      LocalDate until = days[1].equals("-") ? null : LocalDate.parse(days[1]);
      periods.add(new Member.Period(LocalDate.parse(days[0]), until, period.endsWith("frozen")));
    }
    return periods.toArray(Member.Period[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # enrolled                                          | refused
          2020-01-01 to -                                     |
          2020-01-01 to 2024-06-01                            |
          2020-01-01 to 2024-05-31                            | NOT_ENROLLED 2024-06-01 不在参保期内，不能按医保结算
          2024-06-02 to -                                     | NOT_ENROLLED 2024-06-01 不在参保期内，不能按医保结算
          2020-01-01 to - frozen                              | FROZEN 2024-06-01 参保待遇处于冻结状态，请联系参保地医保经办机构
          2020-01-01 to 2024-05-31 frozen, 2024-06-01 to -    |
          2020-01-01 to 2024-06-01, 2024-06-01 to - frozen    | FROZEN 2024-06-01 参保待遇处于冻结状态，请联系参保地医保经办机构
          # the waiting period, to the day
          2023-12-01 to -                                     |
          2023-12-02 to -                                     | WAITING 尚在待遇等待期，自 2024-06-02 起享受待遇
          2024-06-01 to -                                     | WAITING 尚在待遇等待期，自 2024-12-01 起享受待遇
          # an interruption of three months is none, one day more is one
          2010-01-01 to 2024-01-31, 2024-05-01 to -           |
          2010-01-01 to 2024-01-30, 2024-05-01 to -           | WAITING 尚在待遇等待期，自 2024-11-01 起享受待遇
          2024-05-01 to -, 2010-01-01 to 2024-01-31           |
          2010-01-01 to 2015-12-31, 2024-01-01 to 2024-03-31, 2024-05-01 to - | WAITING 尚在待遇等待期，自 2024-07-01 起享受待遇
          2010-01-01 to -, 2024-05-01 to 2024-06-30           |
          # what begins only later does not count
          2024-02-01 to 2024-06-30, 2024-07-01 to -           | WAITING 尚在待遇等待期，自 2024-08-01 起享受待遇
          """)
  void enrolmentAndWaiting(String enrolled, @Nullable String refused) {
    Patient patient = Patient.SOMEONE.enrolled(periods(enrolled));
    Decision decision = waiting(Member.Scheme.EMPLOYEE).settle(patient.visits(Sample.bill("1")));
    assertThat(refusal(decision)).isEqualTo(refused);
  }

  /** While someone waits, only what says so is given: the first such benefit that covers it. */
  @ParameterizedTest(name = "enrolled {0}, {1}: {2}")
  @CsvSource({
    "2023-12-01, OUTPATIENT,   50.00",
    "2023-12-02, OUTPATIENT,   10.00",
    "2024-06-01, OUTPATIENT,   10.00",
    "2023-12-01, PHARMACY,     10.00",
    "2023-12-02, PHARMACY,     10.00",
    "2023-12-01, INPATIENT,    50.00",
    "2023-12-02, INPATIENT,    WAITING",
    "2023-12-01, REGISTRATION, NOT_COVERED",
    "2023-12-02, REGISTRATION, WAITING",
  })
  void someBenefitsAreGivenInTheWaitingPeriod(LocalDate since, MedicalType type, String expected) {
    var later = Sample.covers(MedicalType.OUTPATIENT, MedicalType.INPATIENT);
    var always = Sample.covers(MedicalType.OUTPATIENT, MedicalType.PHARMACY);
    Policy policy =
        waiting(
            new Benefit("等待期后", later, false, null, steps("50%")),
            new Benefit("等待期内", always, true, null, steps("10%")));
    Bill bill = Sample.as(type, Sample.bill("100"));
    Patient patient = Patient.SOMEONE.enrolled(new Member.Period(since, null, false));
    String found =
        switch (policy.settle(patient.visits(bill))) {
          case Settlement settlement -> settlement.funds().toString();
          case Decision.Refused refused -> refused.why().name();
        };
    assertThat(found).isEqualTo(expected);
  }

  private static List<Step> steps(String ratio) {
    var fund = Sample.fund(Bands.flat(Ratio.of(ratio)), null);
    return Sample.policy(fund).benefits().getFirst().steps();
  }

  private static Policy waiting(Benefit... benefits) {
    Policy all = waiting(Member.Scheme.EMPLOYEE);
    return new Policy(
        all.name(),
        all.district(),
        all.scheme(),
        all.yearStarts(),
        all.diseases(),
        all.waiting(),
        List.of(benefits));
  }

  @Test
  void aWaitingPeriodIsCitedAndWhoWasAlwaysEnrolledNeverWaits() {
    Policy policy = waiting(Member.Scheme.EMPLOYEE);
    var late = Patient.SOMEONE.enrolled(periods("2024-06-01 to -")).visits(Sample.bill("1"));
    assertThat(((Decision.Refused) policy.settle(late)).citation()).isEqualTo(Sample.SOURCE);
    assertThat(policy.settle(Sample.visit(Sample.bill("1")))).isInstanceOf(Settlement.class);
  }

  /** 4.6: who may use a type, and which need a diagnosis from ka19. */
  @ParameterizedTest
  @CsvSource({
    "SPECIAL_DISEASE_INPATIENT,    M1, EMPLOYEE,",
    "SPECIAL_DISEASE_INPATIENT,    M1, RESIDENT, NOT_FOR_SCHEME “特殊疾病住院”不适用于该险种的参保人",
    "SPECIAL_DISEASE_TRANSFER,     M1, RESIDENT, NOT_FOR_SCHEME “特殊疾病转院”不适用于该险种的参保人",
    "RESIDENT_MATERNITY_INPATIENT, M1, RESIDENT,",
    "RESIDENT_MATERNITY_INPATIENT, M1, EMPLOYEE, NOT_FOR_SCHEME “生育保险住院”不适用于该险种的参保人",
    "RESIDENT_MATERNITY_INPATIENT, ,   RESIDENT, DISEASE_NEEDED “生育保险住院”须填写病种目录（ka19）中的确诊疾病编码",
    "PSYCHIATRIC_INPATIENT,        ,   EMPLOYEE, DISEASE_NEEDED “精神病住院”须填写病种目录（ka19）中的确诊疾病编码",
    "PSYCHIATRIC_INPATIENT,        M1, EMPLOYEE,",
    "FIXED_PRICE_INPATIENT,        ,   EMPLOYEE, DISEASE_NEEDED “包干病种住院”须填写病种目录（ka19）中的确诊疾病编码",
    "INPATIENT,                    ,   EMPLOYEE,",
  })
  void aTypeIsForItsSchemeAndMayNeedADiagnosis(
      MedicalType type, @Nullable String disease, Member.Scheme scheme, @Nullable String refused) {
    boolean resident = scheme == Member.Scheme.RESIDENT;
    var employment = resident ? Member.Employment.NONE : Member.Employment.ACTIVE;
    var member = new Member(scheme, employment, 40, List.of());
    Bill bill = Sample.as(type, Sample.at("", disease, null, Sample.bill("1")));
    var visit = new Visit(bill, member, YearSoFar.EMPTY, PersonalAccount.NONE);
    assertThat(refusal(waiting(scheme).settle(visit))).isEqualTo(refused);
  }

  /** 141 is paid by the account or not at all. */
  @ParameterizedTest
  @CsvSource({"100,", "99.99, ACCOUNT_TOO_SMALL “个人账户购买商业补充保险”只能由个人账户支付，账户余额差 0.01 元"})
  void whatOnlyTheAccountMayPayIsNotPaidInCash(String balance, @Nullable String refused) {
    Bill bill = Sample.as(MedicalType.ACCOUNT_ONLY, Sample.bill("100"));
    var visit = Patient.SOMEONE.account(balance, "0", null).visits(bill);
    assertThat(refusal(waiting(Member.Scheme.EMPLOYEE).settle(visit))).isEqualTo(refused);
  }

  private static @Nullable String refusal(Decision decision) {
    return decision instanceof Decision.Refused refused
        ? refused.why() + " " + refused.sentence()
        : null;
  }

  /** Filed: living in 31…, referred to 110000 in June. */
  @ParameterizedTest(name = "{0} {1}, {2}")
  @CsvSource({
    ",       OUTPATIENT, 2024-06-01, LOCAL     本地就医",
    "310101, OUTPATIENT, 2024-06-01, RESIDING  异地长期居住",
    "310101, OUTPATIENT, 2023-12-31, UNFILED   异地未备案",
    "110000, INPATIENT,  2024-06-01, REFERRED  异地转诊",
    "110000, INPATIENT,  2024-06-30, REFERRED  异地转诊",
    "110000, INPATIENT,  2024-07-01, UNFILED   异地未备案",
    "110001, INPATIENT,  2024-06-15, UNFILED   异地未备案",
    "440000, EMERGENCY,  2024-06-01, EMERGENCY 异地急诊",
    "310000, EMERGENCY,  2024-06-01, RESIDING  异地长期居住",
  })
  void aFilingDecidesHowAVisitElsewhereCounts(
      @Nullable String place, MedicalType type, LocalDate day, String treated) {
    var since = LocalDate.of(2024, 1, 1);
    var june = LocalDate.of(2024, 6, 1);
    Member member =
        Patient.SOMEONE
            .filed(
                new Member.Filing(Treated.RESIDING, since, null, "31"),
                new Member.Filing(Treated.REFERRED, june, june.plusDays(29), "110000"))
            .member();
    Bill bill = Sample.on(day, Sample.as(type, Sample.at("", null, place, Sample.bill("1"))));
    Treated found = Treated.of(bill, member);
    assertThat((found + " " + found.chinese()).split(" +", -1)).isEqualTo(treated.split(" +", -1));
  }

  @Test
  void nothingIsFiledForTreatmentAtHome() {
    for (Treated kind : List.of(Treated.LOCAL, Treated.UNFILED)) {
      assertThatThrownBy(() -> new Member.Filing(kind, LocalDate.MIN, null, ""))
          .hasMessage("nothing is filed for " + kind);
    }
  }
}
