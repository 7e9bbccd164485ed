package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.Member.Employment;
import org.yima.settlement.Member.Scheme;

/** What a settlement says beside its shares, and what it refuses to be. */
class SettlementTest {

  private static final Policy POLICY =
      Sample.policy(
          Sample.deductible(Anew.EACH_YEAR, "500"),
          Sample.fund(
              new Bands(List.of(Sample.band("0", "1000", "50%"), Sample.band("1000", null, "80%"))),
              "1000"));

  @Test
  void everyStepSaysWhy() {
    Bill bill =
        Sample.bill(
            Sample.line(1, ItemClass.CLASS_A, "0%", "2000"),
            Sample.line(2, ItemClass.CLASS_B, "10%", "1000"),
            Sample.line(3, ItemClass.SELF_PAID, "0%", "50.5"));
    String year = "deductible:outpatient=200.00,cost:outpatient=100.00,fund:outpatient=50.00";
    Settlement one = Sample.settle(POLICY, Sample.visit(bill, year, "400"));
    assertThat(one.explanation().stream().map(Explained::sentence))
        .containsExactly(
            "总费用 3050.50 元，其中全自费 50.50 元，先自付 100 元，符合报销范围 2900 元",
            "起付线 500 元中本次承担 300 元，因您今年已承担 200 元",
            "0 至 1000 元部分中的 900 元按 50% 支付，1000 元以上部分中的 1700 元按 80% 支付，合计 1810 元，限额内基本医疗统筹基金共支付 950 元",
            "基金年度限额 1000 元，此前已支付 50 元，本次最多支付 950 元",
            "超过限额的 1075 元由个人负担",
            "个人负担 2100.50 元，个人账户可用 400 元，本次支付 400 元",
            "现金支付 1700.50 元");
  }

  /** name, base, figure, result: the same as data. */
  @ParameterizedTest
  @CsvSource({
    "0, 目录归类, 3000.00, '', 3000.00",
    "1, 起付线, 3000.00, 500.00, 500.00",
    "2, 基本医疗统筹基金, 2500.00, 50%、80%, 1000.00",
    "3, 年度限额, 1700.00, 1000.00, 1000.00",
    "4, 超限额自付, 875.00, '', 875.00",
    "5, 个人账户, 2000.00, 400.00, 400.00",
    "6, 现金, 1600.00, 1600.00, 1600.00",
  })
  void everyStepIsData(int index, String name, Money base, String figure, Money result) {
    var visit = Sample.visit(Sample.bill("3000"), "", "400");
    Explained step = Sample.settle(POLICY, visit).explanation().get(index);
    assertThat(step.name()).isEqualTo(name);
    assertThat(step.base()).isEqualTo(base);
    assertThat(step.figure()).isEqualTo(figure);
    assertThat(step.result()).isEqualTo(result);
  }

  @Test
  void figuresOfThePolicyAreCited() {
    var steps = Sample.settle(POLICY, Sample.visit(Sample.bill("3000"))).explanation();
    assertThat(steps.stream().filter(step -> step.citation() != null).map(Explained::name))
        .containsExactly("起付线", "基本医疗统筹基金", "年度限额");
    assertThat(steps.get(1).citation()).hasToString("测试文件，自 2024-01-01 起");
  }

  @Test
  void nothingIsSaidOfWhatDidNotHappen() {
    var steps = Sample.settle(POLICY, Sample.visit(Sample.bill("400"))).explanation();
    assertThat(steps.stream().map(Explained::sentence))
        .containsExactly(
            "总费用 400 元，其中全自费 0 元，先自付 0 元，符合报销范围 400 元",
            "起付线 500 元中本次承担 400 元",
            "没有费用进入基本医疗统筹基金支付",
            "个人负担 400 元，个人账户可用 0 元，本次支付 0 元",
            "现金支付 400 元");
  }

  @Test
  void whatItMovedIsWhatTheYearGained() {
    String year = "deductible:all=200.00,deductible:outpatient=200.00,fund:all=7.00";
    Settlement one = Sample.settle(POLICY, Sample.visit(Sample.bill("800"), year, "0"));
    assertThat(one.movements())
        .hasToString(
            "deductible:all=300.00,deductible:outpatient=300.00,cost:outpatient=500.00,"
                + "fund:all=250.00,fund:outpatient=250.00");
    assertThat(one.yearAfter()).isEqualTo(YearSoFar.parse(year).plus(one.movements()));
  }

  @Test
  void aDeductibleMayBeSharedByEverything() {
    var figure = Sample.amount("500");
    Policy policy =
        Sample.policy(new Step.Deductible(Counter.ALL, Anew.EACH_YEAR, figure, List.of()));
    Visit visit = Sample.visit(Sample.bill("800"), "deductible:all=200.00", "0");
    assertThat(Sample.settle(policy, visit).movements()).hasToString("deductible:all=300.00");
  }

  /** The ratio quoted is the band's, or over several bands the fund's share of the cost. */
  @ParameterizedTest
  @CsvSource({
    "400,  500.00, 1000.00, 1000.00, 0%",
    "1500, 500.00, 1000.00, 1000.00, 50%",
    "2500, 500.00, 1000.00, 1000.00, 65%",
  })
  void theStandardsAreQuoted(
      String amount, Money deductible, Money limit, Money left, Ratio ratio) {
    Settlement one = Sample.settle(POLICY, Sample.visit(Sample.bill(amount)));
    var basic = new Quota(limit, left, ratio);
    assertThat(one.standards())
        .isEqualTo(new Standards(deductible, 0, basic, Quota.NONE, Quota.NONE));
  }

  @Test
  void whatNoBenefitCoversIsNotSettled() {
    var bill =
        new Bill(
            Sample.DAY, MedicalType.INPATIENT, Sample.HOSPITAL, null, Sample.bill("1").lines());
    assertThat(POLICY.settle(Sample.visit(bill)))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(Decision.Why.NOT_COVERED);
              assertThat(refused.sentence()).isEqualTo("《测试政策》没有适用于本次就诊的“普通住院”待遇，不能按医保结算");
            });
  }

  @Test
  void aMemberOfAnotherSchemeIsTheCallersMistake() {
    var resident = new Member(Scheme.RESIDENT, Employment.NONE, 40, List.of());
    var visit = new Visit(Sample.bill("1"), resident, YearSoFar.EMPTY, PersonalAccount.NONE);
    assertThatThrownBy(() -> POLICY.settle(visit)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Member(Scheme.RESIDENT, Employment.ACTIVE, 40, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * An approval counts for its type, its disease and its days; otherwise it is an ordinary visit.
   */
  @ParameterizedTest
  @CsvSource({
    "CHRONIC_DISEASE, M1, 2024-06-01, 2024-06-01, CHRONIC_DISEASE",
    "CHRONIC_DISEASE, M1, 2024-06-02, 2024-06-30, OUTPATIENT",
    "CHRONIC_DISEASE, M1, 2024-05-01, 2024-05-31, OUTPATIENT",
    "CHRONIC_DISEASE, M2, 2024-01-01, 2024-12-31, OUTPATIENT",
    "DIALYSIS,        M1, 2024-01-01, 2024-12-31, OUTPATIENT",
  })
  void anApprovalDecidesTheType(
      MedicalType type, String disease, LocalDate from, LocalDate until, MedicalType charged) {
    var approval = new Member.Approval(type, disease, from, until);
    var member = new Member(Scheme.EMPLOYEE, Employment.ACTIVE, 40, List.of(approval));
    var asked = MedicalType.CHRONIC_DISEASE;
    var bill = new Bill(Sample.DAY, asked, Sample.HOSPITAL, "M1", Sample.bill("9").lines());
    var visit = new Visit(bill, member, YearSoFar.EMPTY, PersonalAccount.NONE);
    Settlement one = Sample.settle(both(), visit);
    assertThat(one.chargedAs()).isEqualTo(charged);
    boolean said = one.explanation().getFirst() instanceof Explained.ChargedAs;
    assertThat(said).isEqualTo(charged != asked);
    if (said) {
      assertThat(one.explanation().getFirst().sentence()).isEqualTo("没有查到有效的慢性病门诊审批，本次按普通门诊结算");
    }
  }

  private static Policy both() {
    var covers = Sample.covers(MedicalType.OUTPATIENT, MedicalType.CHRONIC_DISEASE);
    var steps = POLICY.benefits().getFirst().steps();
    return Sample.policyOf(new Benefit("门诊", covers, null, steps));
  }

  /** Shares that do not add up cannot become a settlement. */
  @ParameterizedTest
  @CsvSource({
    "SELF_PAID=10 BASIC_FUND=0 CASH=9,               funds",
    "SELF_PAID=10 BASIC_FUND=1 CASH=9,               patient",
    "SELF_PAID=11 CASH=11 BASIC_FUND=-1,             negative BASIC_FUND",
    "SELF_PAID=9 DEDUCTIBLE=1 CASH=10,               self-paid lines",
    "SELF_PAID=10 UPFRONT_SELF_PAY=1 CASH=11 HOSPITAL_BORNE=-1, upfront lines",
    "SELF_PAID=10 CASH=10,                           ''",
    "SELF_PAID=10 CASH=4 CIVIL_SERVANT_FUND=6,       ''",
    "SELF_PAID=10 CASH=6 PERSONAL_ACCOUNT=4,         ''",
    "SELF_PAID=10 BAND_SELF_PAY=2 CASH=12 HOSPITAL_BORNE=-2, ''",
  })
  void theIdentitiesAreChecked(String parts, String complaint) {
    var line = LineResult.of(Sample.line(1, ItemClass.SELF_PAID, "0%", "10"));
    var shares = Shares.of(parts(parts));
    if (complaint.isEmpty()) {
      Identities.check(List.of(line), shares);
    } else {
      assertThatThrownBy(() -> Identities.check(List.of(line), shares))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(complaint);
    }
  }

  private static Map<Share, Money> parts(String text) {
    var parts = new EnumMap<Share, Money>(Share.class);
    for (String part : text.split(" ", -1)) {
      int equals = part.indexOf('=');
      Share share = Share.valueOf(part.substring(0, equals));
      parts.put(share, Money.of(part.substring(equals + 1)));
    }
    return parts;
  }

  @Test
  void amountsOutOfRangeFailLoudly() {
    String most = "92233720368547";
    Bill bill =
        Sample.bill(
            Sample.line(1, ItemClass.CLASS_B, "50%", most),
            Sample.line(2, ItemClass.CLASS_A, "0%", most));
    assertThatThrownBy(() -> POLICY.settle(Sample.visit(bill)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void stepsHaveOneOrder() {
    var steps = POLICY.benefits().getFirst().steps();
    var covers = POLICY.benefits().getFirst().covers();
    assertThatThrownBy(() -> new Benefit("反", covers, null, steps.reversed()))
        .hasMessage("from-account comes too late");
    assertThatThrownBy(() -> new Benefit("缺", covers, null, steps.subList(0, steps.size() - 1)))
        .hasMessage("there is exactly one in-cash");
    assertThatThrownBy(() -> new Step.PatientBears(Share.CASH))
        .hasMessage("CASH is not borne by the patient");
  }

  @Test
  void bandsAdjoinAndRise() {
    Money ten = Money.of("10");
    var first = new Bands.Band(Money.ZERO, ten, Rate.of(Ratio.ONE));
    var gap = Sample.band("11", null, "100%");
    var flat = Sample.band("0", "0", "100%");
    assertThatThrownBy(() -> new Bands(List.of(first, gap))).hasMessageContaining("adjoin");
    assertThatThrownBy(() -> new Bands(List.of(Bands.flat(Ratio.ONE).bands().getFirst(), first)))
        .hasMessageContaining("adjoin");
    assertThatThrownBy(() -> new Bands(List.of(flat))).hasMessageContaining("above its start");
  }
}
