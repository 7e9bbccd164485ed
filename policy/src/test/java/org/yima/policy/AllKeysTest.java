package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.settlement.Adjustment;
import org.yima.settlement.Anew;
import org.yima.settlement.Benefit;
import org.yima.settlement.Ceiling;
import org.yima.settlement.Condition;
import org.yima.settlement.Condition.Between;
import org.yima.settlement.Condition.OneOf;
import org.yima.settlement.Dimension;
import org.yima.settlement.FundTerms;
import org.yima.settlement.Member;
import org.yima.settlement.Money;
import org.yima.settlement.PersonalAccount;
import org.yima.settlement.Policy;
import org.yima.settlement.Program;
import org.yima.settlement.Ratio;
import org.yima.settlement.Share;
import org.yima.settlement.Step;
import org.yima.settlement.Treated;

/** One policy in which every key and every kind of step occurs, and what is wrong beside it. */
class AllKeysTest {

  /** {@code $} stands for the day and source of a figure. */
  private static final String POLICY =
      """
      name: 各种写法
      district: 990001
      scheme: employee
      from: 2024-01-01
      diseases: {高血压: [M1, M2], 肿瘤: [M3]}
      waiting:
        months: [{$, is: 6}]
        gap: [{$, cases: [{group: newborn, is: 12}, {is: 3}]}]
      benefits:
        - name: 住院
          types: [inpatient, transfer-inpatient]
          visits: inpatient
          where: {treated: [local, referred, unfiled]}
          steps:
            - classify-lines
            - fixed-price: {price: [{$, is: 5000}]}
            - out-of-region-upfront: {share: [{$, cases: [{treated: unfiled, is: 20%}, {is: 10%}]}]}
            - items-apart: {items: [J1, J2], pool: joint, pays: [{$, is: 50%}]}
            - deductible:
                pool: inpatient
                due: each-visit
                amount:
                  - from: 2024-01-01
                    source: 文件
                    cases:
                      - {visit: 1, is: {percent: 5%, of: 8084}}
                      - {visit: 2, is: {amount: 300, further-disease: 200, at-most: 6500}}
                      - {visit: 3+, is: 0}
                adjust:
                  - {name: 中医, where: {kind: chinese-medicine}, times: [{$, is: 80%}]}
            - basic-fund:
                pool: inpatient
                counts: fund-paid
                running: each-visit
                pays:
                  - from: 2024-01-01
                    source: 文件
                    cases:
                      - {age: 0-17, is: 90%}
                      - {age: 18-59, is: {base: 75%, per-year-of-age: 0.2%}}
                      - {age: 60+, is: 95%}
                adjust:
                  - {name: 未备案, where: {treated: unfiled}, points-less: [{$, is: 20%}]}
                ceilings:
                  - {on: cost, pool: all, per: quarter, amount: [{$, is: 90000}], adjust: [{name: 减半, times: [{$, is: 50%}]}]}
            - large-amount-fund: {pool: large, pays: [{$, is: 90%}], ceilings: [{pool: large, amount: [{$, is: 1}]}]}
            - patient-bears: over-limit
            - critical-illness:
                of: in-scope
                pool: illness
                deductible: {due: each-year, amount: [{$, is: 20000}]}
                pays: [{$, is: 60%}]
            - civil-servants:
                where: {civil-servant: true}
                of: [deductible, band-self-pay]
                pool: civil
                pays: [{$, cases: [{retired-on: until 2000-12-31, is: 85%}, {retired-on: from 2001-01-01, is: 80%}]}]
                burden: [{$, is: 1000}]
            - assistance: {where: {assistance: [minimum-living, orphan]}, of: over-limit, pool: aid, pays: [{$, is: 70%}]}
            - from-account: {where: {employment: active}, pays: [deductible], part: earlier-years, at-most: [{$, is: 500}]}
            - in-cash
      """
          .replace("$", "from: 2024-01-01, source: 文件");

  private static final Policy READ =
      PolicyReader.read(new SourceFile("p.yaml", POLICY)).firstEntry().getValue();

  private static final Benefit BENEFIT = READ.benefits().getFirst();

  private static <T extends Step> T step(Class<T> type, int index) {
    return BENEFIT.steps().stream().filter(type::isInstance).map(type::cast).toList().get(index);
  }

  @Test
  void theStepsStandAsTheFileLists() {
    assertThat(BENEFIT.steps().stream().map(step -> step.getClass().getSimpleName()))
        .containsExactly(
            "ClassifyLines",
            "FixedPrice",
            "OutOfRegionUpfront",
            "ItemsApart",
            "Deductible",
            "Fund",
            "Fund",
            "PatientBears",
            "Subsidy",
            "Subsidy",
            "Subsidy",
            "FromAccount",
            "InCash");
    assertThat(BENEFIT.visits()).isEqualTo("inpatient");
    assertThat(READ.diseases())
        .containsEntry("M1", "高血压")
        .containsEntry("M2", "高血压")
        .containsEntry("M3", "肿瘤");
    var waiting = Objects.requireNonNull(READ.waiting());
    assertThat(waiting.months().cases().getFirst().value()).isEqualTo(6);
    assertThat(waiting.gap().cases().stream().map(one -> one.value())).containsExactly(12, 3);
  }

  @Test
  void whatIsSetApartIsRead() {
    assertThat(step(Step.FixedPrice.class, 0).price().cases().getFirst().value().base())
        .isEqualTo(Money.of("5000"));
    assertThat(step(Step.OutOfRegionUpfront.class, 0).share().cases())
        .extracting(one -> one.value())
        .containsExactly(Ratio.of("20%"), Ratio.of("10%"));
    var apart = step(Step.ItemsApart.class, 0);
    assertThat(apart.items()).isEqualTo(Set.of("J1", "J2"));
    assertThat(apart.terms().pool()).isEqualTo("joint");
  }

  @Test
  void theDeductibleIsRead() {
    var deductible = step(Step.Deductible.class, 0);
    assertThat(deductible.due()).isEqualTo(Anew.EACH_VISIT);
    var amounts = deductible.amount().cases();
    assertThat(amounts.get(0).where()).isEqualTo(Condition.of(Dimension.VISIT, new Between(1, 1)));
    assertThat(amounts.get(0).value().base()).isEqualTo(Money.of("404.20"));
    assertThat(amounts.get(1).value().furtherDisease()).isEqualTo(Money.of("200"));
    assertThat(amounts.get(1).value().most()).isEqualTo(Money.of("6500"));
    assertThat(amounts.get(2).where())
        .isEqualTo(Condition.of(Dimension.VISIT, new Between(3, null)));
    Adjustment adjusted = deductible.adjust().getFirst();
    assertThat(adjusted.name()).isEqualTo("中医");
    assertThat(adjusted.how()).isEqualTo(Adjustment.How.TIMES);
  }

  @Test
  void theFundsAreRead() {
    FundTerms basic = step(Step.Fund.class, 0).terms();
    assertThat(basic.counts()).isEqualTo(FundTerms.Counts.FUND_PAID);
    assertThat(basic.running()).isEqualTo(Anew.EACH_VISIT);
    var rate = basic.pays().cases().get(1).value().bands().getFirst().rate();
    assertThat(rate.base() + " " + rate.perYearOfAge()).isEqualTo("75% 0.2%");
    assertThat(basic.adjust().getFirst().how()).isEqualTo(Adjustment.How.POINTS_LESS);
    assertThat(basic.adjust().getFirst().where())
        .isEqualTo(Condition.of(Dimension.TREATED, OneOf.of(Treated.UNFILED)));
    Ceiling ceiling = basic.ceilings().getFirst();
    assertThat(ceiling.on() + " " + ceiling.per() + " " + ceiling.reach() + " " + ceiling.pool())
        .isEqualTo("COST QUARTER WHOLE_POOL all");
    assertThat(ceiling.adjust()).hasSize(1);
    assertThat(step(Step.Fund.class, 1).kind()).isEqualTo(Step.Fund.Kind.LARGE_AMOUNT);
  }

  /** What may be left out: above the deductible, through the year, on the fund, for the pool. */
  @Test
  void whatIsLeftOutIsTheCommonRule() {
    FundTerms large = step(Step.Fund.class, 1).terms();
    assertThat(large.counts()).isEqualTo(FundTerms.Counts.ABOVE_DEDUCTIBLE);
    assertThat(large.running()).isEqualTo(Anew.EACH_YEAR);
    Ceiling ceiling = large.ceilings().getFirst();
    assertThat(ceiling.on() + " " + ceiling.per() + " " + ceiling.reach())
        .isEqualTo("FUND YEAR WHOLE_POOL");
    assertThat(large.adjust()).isEmpty();
  }

  @Test
  void theProgrammesAreRead() {
    var illness = step(Step.Subsidy.class, 0);
    assertThat(illness.program()).isEqualTo(Program.CRITICAL_ILLNESS);
    assertThat(illness.of())
        .containsExactly(
            Share.DEDUCTIBLE, Share.BAND_SELF_PAY, Share.LARGE_AMOUNT_SELF_PAY, Share.OVER_LIMIT);
    assertThat(Objects.requireNonNull(illness.deductible()).pool())
        .as("the programme's own")
        .isEqualTo("illness");
    assertThat(illness.where()).isEqualTo(Condition.ALWAYS);
    assertThat(illness.burden()).isNull();
    var civil = step(Step.Subsidy.class, 1);
    assertThat(civil.of()).containsExactly(Share.DEDUCTIBLE, Share.BAND_SELF_PAY);
    assertThat(Objects.requireNonNull(civil.burden()).cases().getFirst().value().base())
        .isEqualTo(Money.of("1000"));
    assertThat(civil.where()).isEqualTo(Condition.of(Dimension.CIVIL_SERVANT, OneOf.of(true)));
    var aid = step(Step.Subsidy.class, 2);
    assertThat(aid.of()).containsExactly(Share.OVER_LIMIT);
    assertThat(aid.where())
        .isEqualTo(
            Condition.of(
                Dimension.ASSISTANCE,
                OneOf.of(Member.Assistance.MINIMUM_LIVING, Member.Assistance.ORPHAN)));
  }

  @Test
  void theAccountIsRead() {
    var account = step(Step.FromAccount.class, 0);
    assertThat(account.pays()).isEqualTo(Set.of(Share.DEDUCTIBLE));
    assertThat(account.part()).isEqualTo(PersonalAccount.Part.EARLIER_YEARS);
    assertThat(Objects.requireNonNull(account.most()).cases().getFirst().value().base())
        .isEqualTo(Money.of("500"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          # every situation has one figure: by age, by number of the visit, by day of retirement
          age: 18-59          ¦ age: 18-58        ¦ 39: 没有规定此种情形的标准：treated local, type inpatient, age 59；请补上一条，或以只写 is 的一条概括其余 / no case for treated local, type inpatient, age 59; add one, end with one that has only 'is', or narrow the benefit's 'where'
          age: 60+            ¦ age: 60-120       ¦ 39: 没有规定此种情形的标准：treated local, type inpatient, age 121；请补上一条，或以只写 is 的一条概括其余 / no case for treated local, type inpatient, age 121; add one, end with one that has only 'is', or narrow the benefit's 'where'
          age: 0-17           ¦ age: 1-17         ¦ 39: 没有规定此种情形的标准：treated local, type inpatient, age 0；请补上一条，或以只写 is 的一条概括其余 / no case for treated local, type inpatient, age 0; add one, end with one that has only 'is', or narrow the benefit's 'where'
          age: 0-17           ¦ age: 0-18         ¦ 39: 此种情形有多条标准：treated local, type inpatient, age 18；请只留一条 / 2 cases for treated local, type inpatient, age 18; keep one
          visit: 3+           ¦ visit: 4+         ¦ 26: 没有规定此种情形的标准：treated local, type inpatient, visit 3；请补上一条，或以只写 is 的一条概括其余 / no case for treated local, type inpatient, visit 3; add one, end with one that has only 'is', or narrow the benefit's 'where'
          visit: 3+           ¦ visit: 2+         ¦ 26: 此种情形有多条标准：treated local, type inpatient, visit 2；请只留一条 / 2 cases for treated local, type inpatient, visit 2; keep one
          visit: 1,           ¦ visit: 0,         ¦ 26: 没有规定此种情形的标准：treated local, type inpatient, visit 1；请补上一条，或以只写 is 的一条概括其余 / no case for treated local, type inpatient, visit 1; add one, end with one that has only 'is', or narrow the benefit's 'where'
          from 2001-01-01     ¦ from 2001-01-02   ¦ 57: 没有规定此种情形的标准：treated local, type inpatient, retired-on 2001-01-01, civil-servant true；请补上一条，或以只写 is 的一条概括其余 / no case for treated local, type inpatient, retired-on 2001-01-01, civil-servant true; add one, end with one that has only 'is', or narrow the benefit's 'where'
          from 2001-01-01     ¦ from 2000-12-31   ¦ 57: 此种情形有多条标准：treated local, type inpatient, retired-on 2000-12-31, civil-servant true；请只留一条 / 2 cases for treated local, type inpatient, retired-on 2000-12-31, civil-servant true; keep one
          {is: 10%}           ¦ {treated: local, is: 10%} ¦ 17: 没有规定此种情形的标准：treated referred, type inpatient；请补上一条，或以只写 is 的一条概括其余 / no case for treated referred, type inpatient; add one, end with one that has only 'is', or narrow the benefit's 'where'
          # numbers and days
          age: 60+            ¦ age: 60岁以上     ¦ 41: “60岁以上”不是数或范围；请写成 2、3+ 或 18-59 / '60岁以上' is no number or range; write it as 2, 3+ or 18-59
          age: 18-59          ¦ age: 59-18        ¦ 40: “59-18”不是数或范围；请写成 2、3+ 或 18-59 / '59-18' is no number or range; write it as 2, 3+ or 18-59
          until 2000-12-31    ¦ before 2001       ¦ 57: “before 2001”不是时段；请写成 until 2000-12-31、from 2001-01-01，或两者 / 'before 2001' is no span of days; write until 2000-12-31, from 2001-01-01, or both
          until 2000-12-31    ¦ until 2000-12-32  ¦ 57: “until 2000-12-32”不是时段；请写成 until 2000-12-31、from 2001-01-01，或两者 / 'until 2000-12-32' is no span of days; write until 2000-12-31, from 2001-01-01, or both
          is: 6}              ¦ is: 半年}         ¦ 7: 月数是不超过两位的整数 / months are a whole number of up to two digits
          is: 6}              ¦ is: 100}          ¦ 7: 月数是不超过两位的整数 / months are a whole number of up to two digits
          # what visits are counted by
          visits: inpatient   ¦ ``                ¦ 15: 条件“visit”要求待遇写明 visits（按什么口径计次） / a condition on 'visit' needs 'visits' in the benefit
          {treated: [local, referred, unfiled]} ¦ {visit: 1} ¦ 13: 待遇的适用范围不能按“visit”写 / whom a benefit is for cannot depend on 'visit'
          {treated: [local, referred, unfiled]} ¦ {type: inpatient} ¦ 13: 待遇的适用范围不能按“type”写 / whom a benefit is for cannot depend on 'type'
          {treated: [local, referred, unfiled]} ¦ {disease: 糖尿病} ¦ 13: “disease”不能是“糖尿病”；可用的值：肿瘤, 高血压, none / 'disease' cannot be '糖尿病'; known: 肿瘤, 高血压, none
          civil-servant: true ¦ civil-servant: 是 ¦ 54: “civil-servant”不能是“是”；可用的值：true, false / 'civil-servant' cannot be '是'; known: true, false
          # amounts
          {percent: 5%, of: 8084} ¦ {percent: 5%} ¦ 26: 请写“amount”（金额），或“percent”与“of”（基数的百分之几） / give 'amount', or 'percent' together with 'of'
          {percent: 5%, of: 8084} ¦ {of: 8084}    ¦ 26: 请写“amount”（金额），或“percent”与“of”（基数的百分之几） / give 'amount', or 'percent' together with 'of'
          {percent: 5%, of: 8084} ¦ {percent: 5%, of: 8084, amount: 3} ¦ 26: 请写“amount”（金额），或“percent”与“of”（基数的百分之几） / give 'amount', or 'percent' together with 'of'
          {percent: 5%, of: 8084} ¦ {amount: 3, of: 8084} ¦ 26: 请写“amount”（金额），或“percent”与“of”（基数的百分之几） / give 'amount', or 'percent' together with 'of'
          {percent: 5%, of: 8084} ¦ {at-most: 3}  ¦ 26: 请写“amount”（金额），或“percent”与“of”（基数的百分之几） / give 'amount', or 'percent' together with 'of'
          # adjustments
          , times: [{from: 2024-01-01, source: 文件, is: 80%}]} ¦ } ¦ 30: 每项调整写且只写其中之一：times, raised-by, more, less / an adjustment has exactly one of: times, raised-by, more, less
          points-less:        ¦ points-more: [{from: 2024-01-01, source: 文件, is: 1%}], points-less: ¦ 43: 每项调整写且只写其中之一：times, points-more, points-less, own-share-times / an adjustment has exactly one of: times, points-more, points-less, own-share-times
          times:              ¦ points-less:      ¦ 30: 不认识的键“points-less”；可用的键：name, where, times, raised-by, more, less / unknown key 'points-less'; known here: name, where, times, raised-by, more, less
          name: 未备案, where ¦ where             ¦ 43: 缺少“name”；请补上 / 'name' is missing; add it
          points-less: [{from: 2024-01-01, source: 文件, is: 20%}] ¦ points-less: 20% ¦ 43: “points-less”应当是非空的列表；请写成 [{from: 2024-01-01, source: 文件, is: 50%}] / 'points-less' should be a list that is not empty; write it as [{from: 2024-01-01, source: document, is: 50%}]
          # pools and limits
          pool: large, amount ¦ pool: all, amount ¦ 46: “all”是统筹基金的总口径，其他基金的限额请另取名称 / 'all' is everything that the basic fund pays; name another pool here
          burden: [           ¦ ceilings: [{pool: all, amount: [{from: 2024-01-01, source: 文件, is: 1}]}]↵          burden: [ ¦ 58: “all”是统筹基金的总口径，其他基金的限额请另取名称 / 'all' is everything that the basic fund pays; name another pool here
          per: quarter        ¦ per: week         ¦ 45: “per”不能是“week”；可用的值：visit, month, quarter, year / 'per' cannot be 'week'; known: visit, month, quarter, year
          on: cost            ¦ on: bill          ¦ 45: “on”不能是“bill”；可用的值：fund, cost / 'on' cannot be 'bill'; known: fund, cost
          on: cost, pool: all ¦ reach: each-disease, pool: all ¦ 45: 按病种限额（each-disease）要求待遇的 where 列出 disease / a limit for each-disease needs 'disease' in the benefit's 'where'
          running: each-visit ¦ running: monthly  ¦ 34: “running”不能是“monthly”；可用的值：each-visit, each-year / 'running' cannot be 'monthly'; known: each-visit, each-year
          counts: fund-paid   ¦ counts: all       ¦ 33: “counts”不能是“all”；可用的值：above-deductible, in-scope, fund-paid / 'counts' cannot be 'all'; known: above-deductible, in-scope, fund-paid
          pool: joint, pays   ¦ pays              ¦ 18: 缺少“pool”；请补上 / 'pool' is missing; add it
          items: [J1, J2], po ¦ po                ¦ 18: 缺少“items”；请补上 / 'items' is missing; add it
          items: [J1, J2]     ¦ items: []         ¦ 18: “items”应当是非空的列表 / 'items' should be a list that is not empty
          # conditions that hold for nobody
          {treated: unfiled}, points-less ¦ {treated: residing}, points-less ¦ 43: 在待遇的适用范围内，这个条件永远不成立 / under the benefit's 'where' this never holds
          where: {kind: chinese-medicine} ¦ where: {type: outpatient} ¦ 30: 在待遇的适用范围内，这个条件永远不成立 / under the benefit's 'where' this never holds
          where: {kind: chinese-medicine} ¦ where: {visit: 0} ¦ 30: 在待遇的适用范围内，这个条件永远不成立 / under the benefit's 'where' this never holds
          where: {assistance: [minimum-living, orphan]} ¦ where: {treated: [residing, emergency]} ¦ 59: 在待遇的适用范围内，这个条件永远不成立 / under the benefit's 'where' this never holds
          burden: [           ¦ adjust: [{name: 其他人员, where: {civil-servant: false}, times: [{from: 2024-01-01, source: 文件, is: 1%}]}]↵          burden: [ ¦ 58: 在待遇的适用范围内，这个条件永远不成立 / under the benefit's 'where' this never holds
          where: {employment: active}, pays ¦ where: {treated: emergency}, pays ¦ 60: 在待遇的适用范围内，这个条件永远不成立 / under the benefit's 'where' this never holds
          # programmes and the account
          of: in-scope        ¦ of: []            ¦ 49: 请写明补助哪些个人负担 / name the parts that it looks at
          of: in-scope        ¦ of: [in-scope, self-paid] ¦ 49: “of”不能是“in-scope”；可用的值：self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit / 'of' cannot be 'in-scope'; known: self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit
          of: in-scope        ¦ of: cash          ¦ 49: “of”不能是“cash”；可用的值：self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit / 'of' cannot be 'cash'; known: self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit
          deductible: {due: each-year, ¦ deductible: { ¦ 51: 缺少“due”；请补上 / 'due' is missing; add it
          part: earlier-years ¦ part: old         ¦ 60: “part”不能是“old”；可用的值：whole, earlier-years, this-year / 'part' cannot be 'old'; known: whole, earlier-years, this-year
          pays: [deductible]  ¦ pays: [cash]      ¦ 60: “pays”不能是“cash”；可用的值：self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit / 'pays' cannot be 'cash'; known: self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit
          """)
  void whatIsWrongIsRefusedWithItsLineAndTheRemedy(String part, String instead, String message) {
    String bad = GoodFiles.change(POLICY, part, instead);
    assertThatThrownBy(() -> GoodFiles.readPolicy(bad))
        .isInstanceOf(PolicyException.class)
        .hasMessage("p.yaml:" + message);
  }

  /** One person who meets it is enough: at the edge of an age, on one day, on the last visit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{treated: [unfiled, residing]}",
        "{type: transfer-inpatient}",
        "{age: 0}",
        "{age: 150+, employment: active}",
        "{visit: 9+}",
        "{retired-on: from 2000-12-31 until 2000-12-31}",
        "{disease: none}",
      })
  void aConditionThatSomeoneMeetsIsRead(String where) {
    String part = "where: {kind: chinese-medicine}";
    assertThatCode(() -> GoodFiles.readPolicy(GoodFiles.change(POLICY, part, "where: " + where)))
        .doesNotThrowAnyException();
  }

  /** A last case with only {@code is} is for all others, wherever figures have cases. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - {age: 60+, is: 95%}     | - {is: 95%}
          - {visit: 3+, is: 0}      | - {is: 0}
          {retired-on: from 2001-01-01, is: 80%} | {is: 80%}
          """)
  void aLastCaseMayBeForAllOthers(String part, String instead) {
    GoodFiles.readPolicy(GoodFiles.change(POLICY, part, instead));
  }

  @Test
  void tooManySituationsAreRefused() {
    String wide =
        "{level: 1, kind: general, tier: city, treated: local, group: student, assistance: none,"
            + " employment: active, civil-servant: true, is: 5000}, {is: 1}";
    String bad = GoodFiles.change(POLICY, "is: 5000}", "cases: [" + wide + "]}");
    assertThatThrownBy(() -> GoodFiles.readPolicy(bad))
        .hasMessage("p.yaml:16: 条件组合过多，请拆分为多个待遇 / too many combinations; split the benefit");
    assertThat(List.of(Dimension.values())).hasSizeGreaterThan(8);
  }
}
