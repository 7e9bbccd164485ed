package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yima.settlement.AnyPolicies.Year;

/** What holds of every policy that can be written, however its steps are composed. */
class AnyPolicyPropertiesTest {

  @Provide
  Arbitrary<Year> years() {
    return AnyPolicies.years();
  }

  @Property
  void everyFenIsSomebodysAndOnlyAHospitalsPartIsBelowZero(@ForAll("years") Year world) {
    for (Settlement one : world.settle(world.bills())) {
      for (Share share : Share.values()) {
        if (share != Share.HOSPITAL_BORNE) {
          assertThat(one.of(share)).as("%s", share).isGreaterThanOrEqualTo(Money.ZERO);
        }
      }
      Money patient = sum(one, Share.Kind.PAYMENT);
      Money subsidies = sum(one, Share.Kind.SUBSIDY);
      Money hospital = sum(one, Share.Kind.HOSPITAL);
      Money funds = sum(one, Share.Kind.FUND).plus(subsidies);
      assertThat(funds.plus(patient).plus(hospital)).isEqualTo(one.total());
      assertThat(patient).isEqualTo(sum(one, Share.Kind.BORNE).minus(subsidies));
      if (world.steps(Step.FixedPrice.class).isEmpty()) {
        assertThat(hospital).isEqualTo(Money.ZERO);
      }
    }
  }

  private static Money sum(Settlement one, Share.Kind kind) {
    Money sum = Money.ZERO;
    for (Share share : Share.values()) {
      sum = share.kind() == kind ? sum.plus(one.of(share)) : sum;
    }
    return sum;
  }

  @Property
  void howeverAYearIsCutIntoBillsNoFundPaysAboveALimit(
      @ForAll("years") Year world, @ForAll Random random) {
    for (List<Bill> cut : List.of(world.bills(), recut(world.bills(), random))) {
      YearSoFar before = YearSoFar.EMPTY;
      for (Bill bill : cut) {
        Visit visit = world.visit(bill, before);
        Settlement one = Sample.settle(world.policy(), visit);
        assertWithinLimits(world.policy(), visit, one);
        before = one.yearAfter();
      }
    }
  }

  /** A limit that fell with the situation may lie below what was paid before; then nothing is. */
  private static void assertWithinLimits(Policy policy, Visit visit, Settlement one) {
    Benefit benefit = policy.benefits().getFirst();
    Claim claim = claim(policy, visit);
    Limits.of(benefit, claim)
        .forEach((limit, most) -> {
          Money moved = one.movements().of(limit.counter());
          Money earlier = limit.eachVisit() ? Money.ZERO : visit.year().of(limit.counter());
          if (moved.isPositive()) {
            assertThat(earlier.plus(moved)).as("%s", limit).isLessThanOrEqualTo(most);
          }
        });
  }

  @Property
  void whatTheYearCountsIsWhatWasPaid(@ForAll("years") Year world) {
    for (Settlement one : world.settle(world.bills())) {
      YearSoFar moved = one.movements();
      assertThat(moved.deductibleBorne()).isEqualTo(one.of(Share.DEDUCTIBLE));
      assertThat(moved.basicFundPaid()).isEqualTo(one.of(Share.BASIC_FUND));
      assertThat(moved.largeAmountFundPaid()).isEqualTo(one.of(Share.LARGE_AMOUNT_FUND));
      assertThat(moved.civilServantFundPaid()).isEqualTo(one.of(Share.CIVIL_SERVANT_FUND));
      assertThat(moved.visits("visits")).isOne();
      assertThat(moved.totals().values()).allMatch(total -> total > 0);
    }
  }

  @Property
  void programmesPayNoMoreThanThereIsOfAPart(@ForAll("years") Year world) {
    for (Settlement one : world.settle(world.bills())) {
      for (Share part : Share.values()) {
        Money paid = Money.ZERO;
        for (Subsidised subsidised : one.subsidised()) {
          paid = subsidised.part() == part ? paid.plus(subsidised.amount()) : paid;
        }
        assertThat(paid.isZero() || paid.compareTo(one.of(part)) <= 0).as("%s", part).isTrue();
      }
    }
  }

  @Property
  void theAccountPaysNoMoreThanItHasAndMay(@ForAll("years") Year world) {
    PersonalAccount account = world.account();
    Money limit = account.limit();
    for (Settlement one : world.settle(world.bills())) {
      Money paid = one.of(Share.PERSONAL_ACCOUNT);
      assertThat(paid).isLessThanOrEqualTo(account.balance());
      assertThat(limit == null || paid.compareTo(limit) <= 0).isTrue();
    }
  }

  @Property
  void theOrderOfLinesDoesNotMatter(@ForAll("years") Year world, @ForAll Random random) {
    var shuffled = new ArrayList<Bill>();
    for (Bill bill : world.bills()) {
      var lines = new ArrayList<>(bill.lines());
      Collections.shuffle(lines, random);
      shuffled.add(with(bill, lines));
    }
    List<Settlement> one = world.settle(world.bills());
    List<Settlement> other = world.settle(shuffled);
    for (int i = 0; i < one.size(); i++) {
      assertThat(other.get(i).shares()).isEqualTo(one.get(i).shares());
      assertThat(other.get(i).movements()).isEqualTo(one.get(i).movements());
      assertThat(other.get(i).explanation()).isEqualTo(one.get(i).explanation());
    }
  }

  @Property
  void theSameYearIsSettledTheSame(@ForAll("years") Year world) {
    assertThat(world.settle(world.bills())).isEqualTo(world.settle(world.bills()));
  }

  /** Payments and refunds in any order: the year is the sum of what stands, after each of them. */
  @Property
  void afterAnyPaymentsAndRefundsTheYearIsTheSumOfWhatStands(
      @ForAll("years") Year world, @ForAll Random random) {
    var standing = new ArrayList<Settlement>();
    var bills = new ArrayList<>(world.bills());
    YearSoFar year = YearSoFar.EMPTY;
    while (!bills.isEmpty() || !standing.isEmpty()) {
      boolean pay = standing.isEmpty() || (!bills.isEmpty() && random.nextBoolean());
      if (pay) {
        Visit visit = world.visit(bills.removeLast(), year);
        Settlement one = Sample.settle(world.policy(), visit);
        assertThat(one.yearAfter().minus(one.movements())).isEqualTo(year);
        standing.add(one);
        year = one.yearAfter();
      } else {
        Settlement refunded = standing.remove(random.nextInt(standing.size()));
        year = year.minus(refunded.movements());
      }
      YearSoFar sum = YearSoFar.EMPTY;
      for (Settlement one : standing) {
        sum = sum.plus(one.movements());
      }
      assertThat(year).isEqualTo(sum);
      assertThat(YearSoFar.parse(year.toString())).isEqualTo(year);
    }
  }

  @Property
  void everyStepIsToldInASentence(@ForAll("years") Year world) {
    for (Settlement one : world.settle(world.bills())) {
      for (Explained step : one.explanation()) {
        assertThat(step.sentence()).doesNotContain("null", "{", "%s").isNotBlank();
        assertThat(step.name()).isNotBlank();
        assertThat(step.result()).isGreaterThanOrEqualTo(Money.ZERO);
      }
    }
  }

  private static Claim claim(Policy policy, Visit visit) {
    Bill bill = visit.bill();
    String group = policy.diseases().getOrDefault(String.valueOf(bill.disease()), "none");
    var seen = Situation.of(bill, visit.member(), bill.type(), group, "990090");
    return Claim.of(visit, policy.benefits().getFirst(), bill.type(), seen, false);
  }

  /** All lines of the year, dealt anew into as many bills. */
  private static List<Bill> recut(List<Bill> bills, Random random) {
    var dealt = new ArrayList<List<BillLine>>();
    bills.forEach(bill -> dealt.add(new ArrayList<>()));
    for (Bill bill : bills) {
      bill.lines().forEach(line -> dealt.get(random.nextInt(dealt.size())).add(line));
    }
    var cut = new ArrayList<Bill>();
    for (Bill bill : bills) {
      cut.add(with(bill, dealt.get(cut.size())));
    }
    return cut;
  }

  private static Bill with(Bill bill, List<BillLine> lines) {
    return new Bill(bill.date(), bill.type(), bill.hospital(), bill.disease(), bill.place(), lines);
  }
}
