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
import org.yima.settlement.Worlds.World;

/** What holds whatever the policy, the bills and the year. */
class SettlementPropertiesTest {

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.worlds();
  }

  @Provide
  Arbitrary<Ratio> ratios() {
    return Worlds.ratio();
  }

  @Property
  void sharesSumToTheTotalAndNoneIsNegative(@ForAll("worlds") World world) {
    for (Settlement one : world.year(world.bills())) {
      Money borne = Money.ZERO;
      for (Share share : Share.values()) {
        assertThat(one.of(share)).isGreaterThanOrEqualTo(Money.ZERO);
        borne = share.kind() == Share.Kind.BORNE ? borne.plus(one.of(share)) : borne;
      }
      Money account = one.of(Share.PERSONAL_ACCOUNT);
      assertThat(one.of(Share.BASIC_FUND).plus(account).plus(one.of(Share.CASH)))
          .isEqualTo(one.total());
      assertThat(borne).isEqualTo(one.patientPays());
      assertThat(account).isLessThanOrEqualTo(world.balance());
      assertThat(account.equals(world.balance()) || one.of(Share.CASH).isZero()).isTrue();
    }
  }

  @Property
  void everyLineAddsUpToItsAmountAndAllLinesToTheSums(@ForAll("worlds") World world) {
    for (Bill bill : world.bills()) {
      Settlement one = world.year(List.of(bill)).getFirst();
      Money inScope = Money.ZERO;
      for (LineResult line : one.lines()) {
        assertThat(line.selfPaid().plus(line.upfront()).plus(line.inScope()))
            .isEqualTo(line.amount());
        assertThat(line.overCeiling()).isLessThanOrEqualTo(line.selfPaid());
        inScope = inScope.plus(line.inScope());
      }
      Money outside = one.of(Share.SELF_PAID).plus(one.of(Share.UPFRONT_SELF_PAY));
      assertThat(inScope).isEqualTo(one.inScope()).isEqualTo(one.total().minus(outside));
    }
  }

  @Property
  void howeverAYearIsCutIntoBillsNoFundPaysAboveItsCeiling(
      @ForAll("worlds") World world, @ForAll Random random) {
    for (List<Bill> cut : List.of(world.bills(), recut(world.bills(), random))) {
      Money paid = Money.ZERO;
      for (Settlement one : world.year(cut)) {
        paid = paid.plus(one.of(Share.BASIC_FUND));
      }
      for (Money ceiling : world.rules().ceilings()) {
        assertThat(paid).isLessThanOrEqualTo(ceiling);
      }
    }
  }

  @Property
  void aYearlyDeductibleIsBorneOnce(@ForAll("worlds") World world) {
    Money borne = Money.ZERO;
    for (Settlement one : world.year(world.bills())) {
      Money now = one.of(Share.DEDUCTIBLE);
      assertThat(now).isLessThanOrEqualTo(world.rules().deductible());
      borne = borne.plus(now);
    }
    if (world.rules().due() == Anew.EACH_YEAR) {
      assertThat(borne).isLessThanOrEqualTo(world.rules().deductible());
    }
  }

  @Property
  void aHigherUpfrontShareNeverLowersThePatientsPart(
      @ForAll("worlds") World world, @ForAll("ratios") Ratio one, @ForAll("ratios") Ratio other) {
    Ratio less = one.compareTo(other) <= 0 ? one : other;
    Ratio more = one.compareTo(other) <= 0 ? other : one;
    Bill bill = world.bills().getFirst();
    Settlement cheap = world.year(List.of(withUpfront(bill, less))).getFirst();
    Settlement dear = world.year(List.of(withUpfront(bill, more))).getFirst();
    assertThat(dear.patientPays()).isGreaterThanOrEqualTo(cheap.patientPays());
  }

  @Property
  void theOrderOfLinesDoesNotMatter(@ForAll("worlds") World world, @ForAll Random random) {
    Bill bill = world.bills().getFirst();
    var shuffled = new ArrayList<>(bill.lines());
    Collections.shuffle(shuffled, random);
    Settlement before = world.year(List.of(bill)).getFirst();
    Settlement after = world.year(List.of(withLines(bill, shuffled))).getFirst();
    assertThat(after.shares()).isEqualTo(before.shares());
    assertThat(after.movements()).isEqualTo(before.movements());
    assertThat(after.lines()).containsExactlyInAnyOrderElementsOf(before.lines());
  }

  @Property
  void theSameVisitIsSettledTheSame(@ForAll("worlds") World world) {
    assertThat(world.year(world.bills())).isEqualTo(world.year(world.bills()));
  }

  @Property
  void aRefundTakesBackExactlyWhatItsSettlementMovedWhateverCameAfter(
      @ForAll("worlds") World world, @ForAll Random random) {
    var standing = new ArrayList<>(world.year(world.bills()));
    YearSoFar year = standing.getLast().yearAfter();
    while (!standing.isEmpty()) {
      Settlement refunded = standing.remove(random.nextInt(standing.size()));
      year = year.minus(refunded.movements());
      YearSoFar sum = YearSoFar.EMPTY;
      for (Settlement one : standing) {
        sum = sum.plus(one.movements());
      }
      assertThat(year).isEqualTo(sum);
    }
    assertThat(year).isEqualTo(YearSoFar.EMPTY);
  }

  @Property
  void theYearSurvivesItsText(@ForAll("worlds") World world) {
    YearSoFar year = world.year(world.bills()).getLast().yearAfter();
    assertThat(YearSoFar.parse(year.toString())).isEqualTo(year);
  }

  /** All lines of the year, dealt anew into as many bills. */
  private static List<Bill> recut(List<Bill> bills, Random random) {
    var dealt = new ArrayList<List<BillLine>>();
    bills.forEach(bill -> dealt.add(new ArrayList<>()));
    for (Bill bill : bills) {
      bill.lines().forEach(line -> dealt.get(random.nextInt(dealt.size())).add(line));
    }
    Bill any = bills.getFirst();
    return dealt.stream().map(lines -> withLines(any, lines)).toList();
  }

  private static Bill withLines(Bill bill, List<BillLine> lines) {
    return new Bill(bill.date(), bill.type(), bill.hospital(), bill.disease(), lines);
  }

  private static Bill withUpfront(Bill bill, Ratio upfront) {
    return withLines(bill, bill.lines().stream().map(line -> withUpfront(line, upfront)).toList());
  }

  private static BillLine withUpfront(BillLine line, Ratio upfront) {
    CatalogueItem was = line.item();
    var item = new CatalogueItem(was.code(), was.itemClass(), upfront, was.priceCeiling());
    return new BillLine(line.number(), item, line.unitPrice(), line.quantity(), line.amount());
  }
}
