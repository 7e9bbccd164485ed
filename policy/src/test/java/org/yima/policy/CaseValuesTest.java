package org.yima.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.settlement.Hospital;
import org.yima.settlement.ItemClass;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Money;
import org.yima.settlement.PersonalAccount;
import org.yima.settlement.Ratio;
import org.yima.settlement.Settlement;
import org.yima.settlement.Visit;

/** What the values of a case file become, and which are refused. */
class CaseValuesTest {

  private static WorkedCase read(String part, String instead) {
    return GoodFiles.readCase(GoodFiles.change(GoodFiles.CASE, part, instead)).cases().getFirst();
  }

  private static Visit visit(String part, String instead) {
    return read(part, instead).visit();
  }

  private static void refused(String part, String instead, String message) {
    assertThatThrownBy(() -> read(part, instead))
        .isInstanceOf(PolicyException.class)
        .hasMessage("c.yaml:" + message);
  }

  @Test
  void theWholeCaseIsRead() {
    WorkedCase worked = GoodFiles.readCase(GoodFiles.CASE).cases().getFirst();
    assertThat(worked.name()).isEqualTo("高血压门诊");
    assertThat(worked.district()).isEqualTo("990001");
    Visit visit = worked.visit();
    var approval =
        new Member.Approval(
            MedicalType.CHRONIC_DISEASE,
            "M1",
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 12, 31));
    assertThat(visit.member().age()).isEqualTo(65);
    assertThat(visit.member().approvals()).containsExactly(approval);
    assertThat(visit.year()).hasToString("deductible:门诊=100.00,cost:门诊=50.00");
    assertThat(visit.account()).isEqualTo(new PersonalAccount(Money.of("80"), Money.of("60")));
    assertThat(visit.bill().date()).isEqualTo(LocalDate.of(2024, 6, 1));
    assertThat(visit.bill().hospital())
        .isEqualTo(new Hospital(Hospital.Level.ONE, Hospital.Kind.GENERAL));
    assertThat(visit.bill().disease()).isEqualTo("M1");
    assertThat(visit.bill().total()).hasToString("520.50");
    var line = visit.bill().lines().getFirst();
    assertThat(line.number()).isEqualTo(1);
    assertThat(line.item().itemClass()).isEqualTo(ItemClass.CLASS_B);
    assertThat(line.item().upfront()).isEqualTo(Ratio.of("10%"));
    assertThat(line.item().priceCeiling()).isEqualByComparingTo("9");
    assertThat(line.unitPrice()).isEqualByComparingTo("10");
    assertThat(line.quantity()).isEqualByComparingTo("50");
  }

  /** Left out: a price is the amount, a quantity one, a hospital general, an account empty. */
  @Test
  void whatIsLeftOutIsTheCommonCase() {
    var second = visit("age: 65", "age: 65").bill().lines().get(1);
    assertThat(second.unitPrice()).isEqualByComparingTo("20.5");
    assertThat(second.quantity()).isEqualByComparingTo("1");
    assertThat(second.item().upfront()).isEqualTo(Ratio.ZERO);
    assertThat(second.item().priceCeiling()).isNull();
    assertThat(visit("      kind: general↵", "").bill().hospital().kind())
        .isEqualTo(Hospital.Kind.GENERAL);
    assertThat(visit("      disease: M1↵", "").bill().disease()).isNull();
    assertThat(visit("    account: {balance: 80, limit: 60}↵", "").account())
        .isEqualTo(PersonalAccount.NONE);
    assertThat(visit("{balance: 80, limit: 60}", "{balance: 80}").account().limit()).isNull();
    assertThat(visit("    year: {\"deductible:门诊\": 100, \"cost:门诊\": 50}↵", "").year())
        .hasToString("");
  }

  @ParameterizedTest
  @CsvSource({
    "1, ONE, 甲, CLASS_A",
    "2, TWO, 乙, CLASS_B",
    "3, THREE, 丙, SELF_PAID",
    "ungraded, UNGRADED, 特, SPECIAL",
  })
  void levelsAndClassesHaveTheWordsOfTheField(
      String level, Hospital.Level read, String itemClass, ItemClass readClass) {
    assertThat(visit("level: 1", "level: " + level).bill().hospital().level()).isEqualTo(read);
    assertThat(
            visit("class: 乙", "class: " + itemClass).bill().lines().getFirst().item().itemClass())
        .isEqualTo(readClass);
  }

  @ParameterizedTest
  @EnumSource
  void everyMedicalTypeCanBeWritten(MedicalType type) {
    String word = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(visit("type: outpatient", "type: " + word).bill().type()).isEqualTo(type);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          # words
          origin: own          ¦ origin: OWN           ¦ 2: “origin”不能是“OWN”；可用的值：published, own / 'origin' cannot be 'OWN'; known: published, own
          scheme: employee     ¦ scheme: 职工          ¦ 5: “scheme”不能是“职工”；可用的值：employee, resident / 'scheme' cannot be '职工'; known: employee, resident
          employment: retired  ¦ employment: working   ¦ 10: “employment”不能是“working”；可用的值：active, retired, none / 'employment' cannot be 'working'; known: active, retired, none
          level: 1             ¦ level: 三级           ¦ 18: “level”不能是“三级”；可用的值：1, 2, 3, ungraded / 'level' cannot be '三级'; known: 1, 2, 3, ungraded
          kind: general        ¦ kind: clinic          ¦ 19: “kind”不能是“clinic”；可用的值：general, chinese-medicine, community, psychiatric, specialist, pharmacy / 'kind' cannot be 'clinic'; known: general, chinese-medicine, community, psychiatric, specialist, pharmacy
          class: 乙            ¦ class: 乙类           ¦ 22: “class”不能是“乙类”；可用的值：甲, 乙, 丙, 特 / 'class' cannot be '乙类'; known: 甲, 乙, 丙, 特
          district: 990001     ¦ district: 丹东        ¦ 4: 统筹区是六位数字 / a district is six digits
          # dates
          date: 2024-06-01     ¦ date: 2024-06-31      ¦ 16: “2024-06-31”不是日期；请写成 2024-01-31 / '2024-06-31' is not a date; write it as 2024-01-31
          from: 2024-01-01     ¦ from: 2024-1-1        ¦ 12: “2024-1-1”不是日期；请写成 2024-01-31 / '2024-1-1' is not a date; write it as 2024-01-31
          # numbers
          age: 65              ¦ age: 65.5             ¦ 9: 年龄是整数 / an age is a whole number
          age: 65              ¦ age: 1000             ¦ 9: 年龄是整数 / an age is a whole number
          age: 65              ¦ age: 六十五           ¦ 9: 年龄是整数 / an age is a whole number
          balance: 80          ¦ balance: -80          ¦ 14: “-80”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '-80' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          limit: 60            ¦ limit: 无             ¦ 14: “无”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '无' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          amount: 500          ¦ amount: 500.001       ¦ 22: “500.001”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '500.001' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          amount: 500          ¦ amount: 999999999999999999 ¦ 22: “999999999999999999”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '999999999999999999' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          upfront: 10%         ¦ upfront: 0.1          ¦ 22: “0.1”不是比例；请写成百分数，如 65% / '0.1' is not a ratio; write a percentage, as 65%
          upfront: 10%         ¦ upfront: 110%         ¦ 22: 比例“110%”不在 0% 至 100% 之间，或小数过长 / ratio '110%' is not between 0% and 100%, or has too many decimals
          price: 10            ¦ price: 10.00005       ¦ 22: “10.00005”不是数；最多八位整数、四位小数 / '10.00005' is not a number of up to eight digits and four decimals
          price-ceiling: 9     ¦ price-ceiling: -9     ¦ 22: “-9”不是数；最多八位整数、四位小数 / '-9' is not a number of up to eight digits and four decimals
          quantity: 50         ¦ quantity: 100000000   ¦ 22: “100000000”不是数；最多八位整数、四位小数 / '100000000' is not a number of up to eight digits and four decimals
          # running totals
          "cost:门诊": 50      ¦ "cost:门诊": -50      ¦ 13: “-50”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '-50' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          "cost:门诊": 50      ¦ "cost:": 50           ¦ 13: 不认识的累计“cost:”；请写 deductible、cost、fund、burden、account 或 visits，加冒号和口径（pool） / unknown running total 'cost:'; write deductible, cost, fund, burden, account or visits, a colon and the pool
          "cost:门诊": 50      ¦ "cost:门 诊": 50      ¦ 13: 不认识的累计“cost:门 诊”；请写 deductible、cost、fund、burden、account 或 visits，加冒号和口径（pool） / unknown running total 'cost:门 诊'; write deductible, cost, fund, burden, account or visits, a colon and the pool
          "cost:门诊": 50      ¦ "deductible:门诊": 50 ¦ 13: 键“deductible:门诊”写了两次 / key 'deductible:门诊' is given twice
          # people and places
          age: 65              ¦ age: 65↵      group: baby      ¦ 10: “group”不能是“baby”；可用的值：general, student, newborn, retired-cadre, flexible / 'group' cannot be 'baby'; known: general, student, newborn, retired-cadre, flexible
          age: 65              ¦ age: 65↵      civil-servant: 是 ¦ 10: “civil-servant”不能是“是”；可用的值：true, false / 'civil-servant' cannot be '是'; known: true, false
          age: 65              ¦ age: 65↵      filings: [{kind: unfiled, from: 2024-01-01}] ¦ 10: “kind”不能是“unfiled”；可用的值：residing, referred, emergency / 'kind' cannot be 'unfiled'; known: residing, referred, emergency
          age: 65              ¦ age: 65↵      enrolled: [{until: 2024-01-01}] ¦ 10: 缺少“from”；请补上 / 'from' is missing; add it
          age: 65              ¦ age: 65↵      retired-on: 2000 ¦ 10: “2000”不是日期；请写成 2024-01-31 / '2000' is not a date; write it as 2024-01-31
          level: 1             ¦ level: 1↵      place: 上海      ¦ 19: 统筹区是六位数字 / a district is six digits
          level: 1             ¦ level: 1↵      tier: national  ¦ 19: “tier”不能是“national”；可用的值：none, township, county, city, province / 'tier' cannot be 'national'; known: none, township, county, city, province
          limit: 60            ¦ earlier-years: 80.01           ¦ 14: 历年结余不超过余额 / what is left from earlier years is part of the balance
          # expectations
          total: 520.5         ¦ total: -520.5         ¦ 25: “-520.5”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '-520.5' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          total: 520.5         ¦ total: 520.555        ¦ 25: “520.555”不是金额；请写成元，最多两位小数，如 500 或 500.00 / '520.555' is not an amount; write yuan with up to two decimals, as 500 or 500.00
          total: 520.5         ¦ fund: 520.5           ¦ 25: 不认识的结果“fund”；是否想写 funds？可用的结果：decision, charged-as, total, over-ceiling, in-scope, funds, patient, deductible-standard, self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit, basic-fund, large-amount-fund, civil-servant-fund, special-care-fund, retired-cadre-fund, pensioner-fund, enterprise-fund, other-funds, medical-assistance, medical-relief, personal-account, cash, hospital-borne, visit-number, year-after / unknown result 'fund'; did you mean 'funds'? known: decision, charged-as, total, over-ceiling, in-scope, funds, patient, deductible-standard, self-paid, upfront-self-pay, out-of-region-upfront, deductible, band-self-pay, large-amount-self-pay, over-limit, basic-fund, large-amount-fund, civil-servant-fund, special-care-fund, retired-cadre-fund, pensioner-fund, enterprise-fund, other-funds, medical-assistance, medical-relief, personal-account, cash, hospital-borne, visit-number, year-after
          total: 520.5         ¦ year-after: {x: 1}    ¦ 25: 不认识的累计“x”；请写 deductible、cost、fund、burden、account 或 visits，加冒号和口径（pool） / unknown running total 'x'; write deductible, cost, fund, burden, account or visits, a colon and the pool
          total: 520.5         ¦ cash: 1               ¦ 26: 键“cash”写了两次 / key 'cash' is given twice
          """)
  void aValueThatIsNoneIsRefusedWithTheRemedy(String part, String instead, String message) {
    refused(part, instead, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0001", "12345678.1234", "007"})
  void aQuantityHasEightDigitsAndFourDecimals(String text) {
    assertThatCode(() -> read("quantity: 50", "quantity: " + text)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group: newborn                 | Standing[group=NEWBORN, assistance=NONE, civilServant=false, specialCare=false, enterprise=false, retiredOn=null]
          assistance: preferential       | Standing[group=GENERAL, assistance=PREFERENTIAL, civilServant=false, specialCare=false, enterprise=false, retiredOn=null]
          civil-servant: true            | Standing[group=GENERAL, assistance=NONE, civilServant=true, specialCare=false, enterprise=false, retiredOn=null]
          special-care: true             | Standing[group=GENERAL, assistance=NONE, civilServant=false, specialCare=true, enterprise=false, retiredOn=null]
          enterprise: true               | Standing[group=GENERAL, assistance=NONE, civilServant=false, specialCare=false, enterprise=true, retiredOn=null]
          retired-on: 2000-12-31         | Standing[group=GENERAL, assistance=NONE, civilServant=false, specialCare=false, enterprise=false, retiredOn=2000-12-31]
          civil-servant: false           | Standing[group=GENERAL, assistance=NONE, civilServant=false, specialCare=false, enterprise=false, retiredOn=null]
          """)
  void whoThePersonIs(String key, String standing) {
    assertThat(visit("age: 65", "age: 65↵      " + key).member().standing()).hasToString(standing);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          enrolled: [{from: 2020-01-01}]                     | Period[from=2020-01-01, until=null, frozen=false]
          enrolled: [{from: 2020-01-01, until: 2024-05-31}]  | Period[from=2020-01-01, until=2024-05-31, frozen=false]
          enrolled: [{from: 2020-01-01, frozen: true}]       | Period[from=2020-01-01, until=null, frozen=true]
          """)
  void whenThePersonWasEnrolled(String key, String period) {
    assertThat(visit("age: 65", "age: 65↵      " + key).member().enrolled().getFirst())
        .hasToString(period);
  }

  /** An approval without an end holds from its first day on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          , until: 2024-12-31 | `, until: 2024-05-31` | 2024-05-31       | false
          , until: 2024-12-31 | `, until: 2024-06-01` | 2024-06-01       | true
          , until: 2024-12-31 | ``                    | +999999999-12-31 | true
          """)
  void howLongAnApprovalHolds(String part, String instead, LocalDate until, boolean holds) {
    String text = GoodFiles.CASE.replace("type: outpatient", "type: chronic-disease");
    Visit read =
        GoodFiles.readCase(GoodFiles.change(text, part, instead)).cases().getFirst().visit();
    assertThat(read.member().approvals().getFirst().until()).isEqualTo(until);
    String policy = GoodFiles.POLICY.replace("types: [outpatient]", "types: [chronic-disease]");
    assertThat(PolicyFile.parse("p.yaml", policy).any().settle(read) instanceof Settlement)
        .as("without an approval it is an ordinary visit, which this policy does not cover")
        .isEqualTo(holds);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: residing, from: 2024-01-01}                                     | Filing[kind=RESIDING, from=2024-01-01, until=null, place=]
          {kind: referred, from: 2024-01-01, until: 2024-06-30, place: 110000}   | Filing[kind=REFERRED, from=2024-01-01, until=2024-06-30, place=110000]
          {kind: emergency, from: 2024-01-01, place: 31}                         | Filing[kind=EMERGENCY, from=2024-01-01, until=null, place=31]
          """)
  void whatThePersonFiled(String filing, String read) {
    assertThat(visit("age: 65", "age: 65↵      filings: [" + filing + "]").member().filings())
        .singleElement()
        .hasToString(read);
  }

  @Test
  void whereTheBillWasMadeOut() {
    String more = "level: 1↵      hospital: H01↵      tier: county↵      place: 310101";
    var bill = visit("level: 1", more).bill();
    assertThat(bill.hospital())
        .isEqualTo(
            new Hospital("H01", Hospital.Level.ONE, Hospital.Kind.GENERAL, Hospital.Tier.COUNTY));
    assertThat(bill.place()).isEqualTo("310101");
    assertThat(visit("level: 1", "level: 1").bill().place()).isNull();
    assertThat(visit("level: 1", "level: 1").bill().hospital().tier())
        .isEqualTo(Hospital.Tier.NONE);
  }

  @ParameterizedTest
  @CsvSource({"true, true, true, true", "true, false, true, false", "false, false, false, false"})
  void aLineMayNeedAnApproval(String needs, String given, boolean needed, boolean approved) {
    String keys = "class: 乙, needs-approval: " + needs + ", approved: " + given;
    var line = visit("class: 乙", keys).bill().lines().getFirst();
    assertThat(line.item().needsApproval()).isEqualTo(needed);
    assertThat(line.approved()).isEqualTo(approved);
  }

  /** What a hospital keeps under a fixed price is below zero; nothing else is. */
  @ParameterizedTest
  @CsvSource({
    "hospital-borne: -0.01, -0.01",
    "hospital-borne: -1500, -1500.00",
    "hospital-borne: 600, 600.00",
    "hospital-borne: 0, 0.00"
  })
  void whatTheHospitalBearsMayBeBelowZero(String expect, String amount) {
    assertThat(read("total: 520.5", expect).expected()).containsEntry("hospital-borne", amount);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          says: [按 65% 支付]             | 按 65% 支付
          says: [已累计 0 元, 共支付]     | 已累计 0 元¦共支付
          says: 共支付                    | 共支付
          """)
  void whatTheExplanationSays(String says, String texts) {
    String text = GoodFiles.CASE + "    " + says + "\n";
    assertThat(GoodFiles.readCase(text).cases().getFirst().says())
        .containsExactly(texts.split("¦", -1));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "resident, -,       NONE",
        "resident, none,    NONE",
        "resident, retired, refused",
        "employee, active,  ACTIVE",
        "employee, none,    refused",
      })
  void residentsHaveNoEmploymentAndEmployeesOne(
      String scheme, @Nullable String employment, String read) {
    String text = GoodFiles.change(GoodFiles.CASE, "scheme: employee", "scheme: " + scheme);
    String line = employment == null ? "" : "      employment: " + employment + "↵";
    String person = GoodFiles.change(text, "      employment: retired↵", line);
    if (read.equals("refused")) {
      assertThatThrownBy(() -> GoodFiles.readCase(person))
          .hasMessage(
              "c.yaml:10: 居民没有在职、退休之分，职工必须注明"
                  + " / residents have no employment, employees are active or retired");
    } else {
      Member member = GoodFiles.readCase(person).cases().getFirst().visit().member();
      assertThat(member.employment()).isEqualTo(Member.Employment.valueOf(read));
    }
  }
}
