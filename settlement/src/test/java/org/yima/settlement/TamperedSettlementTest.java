package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A real settlement of 1,050.00 of which one thing is changed. */
class TamperedSettlementTest {

  private static final Money FEN = Money.ofFen(1);

  private static final Settlement GENUINE =
      Sample.settle(
          Sample.policy(
              Sample.deductible(Anew.EACH_YEAR, "300"),
              Sample.fund(Bands.flat(Ratio.of("60%")), "390")),
          Sample.visit(
              Sample.bill(
                  Sample.line(1, ItemClass.CLASS_A, "0%", "900"),
                  Sample.line(2, ItemClass.CLASS_B, "10%", "100"),
                  Sample.line(3, ItemClass.SELF_PAID, "0%", "50")),
              "",
              "200"));

  private static Settlement with(List<LineResult> lines, Shares shares) {
    return new Settlement(
        GENUINE.chargedAs(),
        lines,
        shares,
        GENUINE.standards(),
        GENUINE.movements(),
        GENUINE.yearAfter(),
        GENUINE.subsidised(),
        GENUINE.explanation());
  }

  private static Settlement with(Shares shares) {
    return with(GENUINE.lines(), shares);
  }

  @Test
  void theGenuineOneHasEveryPart() {
    assertThat(GENUINE.shares())
        .hasToString(
            "SELF_PAID=50.00 UPFRONT_SELF_PAY=10.00 DEDUCTIBLE=300.00 BAND_SELF_PAY=260.00"
                + " OVER_LIMIT=40.00 BASIC_FUND=390.00 PERSONAL_ACCOUNT=200.00 CASH=460.00");
    assertThat(with(GENUINE.shares())).isEqualTo(GENUINE);
  }

  @ParameterizedTest
  @EnumSource
  void aFenTooMuchInAnyPartIsRefused(Share share) {
    assertThatThrownBy(() -> with(GENUINE.shares().plus(share, FEN)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("do not add up");
  }

  @ParameterizedTest
  @EnumSource
  void aFenTooLittleInAnyPartIsRefused(Share share) {
    assertThatThrownBy(() -> with(GENUINE.shares().plus(share, Money.ofFen(-1))))
        .isInstanceOf(IllegalStateException.class);
  }

  /** The programme's share and the patient's part agree, but it paid 400 of a deductible of 300. */
  @Test
  void noMoreOfAPartIsSubsidisedThanThereIs() {
    Money paid = Money.of("400");
    Shares shares =
        GENUINE
            .shares()
            .plus(Share.CASH, Money.ZERO.minus(paid))
            .plus(Share.CIVIL_SERVANT_FUND, paid);
    var part = new Subsidised(Program.CIVIL_SERVANTS, Share.DEDUCTIBLE, paid, paid);
    assertThatThrownBy(() ->
            new Settlement(
                GENUINE.chargedAs(),
                GENUINE.lines(),
                shares,
                GENUINE.standards(),
                GENUINE.movements(),
                GENUINE.yearAfter(),
                List.of(part),
                GENUINE.explanation()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("subsidies of a part do not add up");
  }

  /** A fen moved from one part to another: which identity notices, if any can. */
  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource({
    "BASIC_FUND,       CASH,               the patient's part",
    "CASH,             BASIC_FUND,         the patient's part",
    "PERSONAL_ACCOUNT, BASIC_FUND,         the patient's part",
    "BASIC_FUND,       LARGE_AMOUNT_FUND,  ''",
    "CASH,             PERSONAL_ACCOUNT,   ''",
    "CASH,             CIVIL_SERVANT_FUND, a programme's parts",
    "CASH,             MEDICAL_ASSISTANCE, a programme's parts",
    "BASIC_FUND,       OTHER_FUNDS,        the patient's part",
    "CASH,             HOSPITAL_BORNE,     the patient's part",
    "BASIC_FUND,       HOSPITAL_BORNE,     ''",
    "DEDUCTIBLE,       CASH,               'funds, account and cash'",
    "DEDUCTIBLE,       BAND_SELF_PAY,      ''",
    "SELF_PAID,        DEDUCTIBLE,         self-paid lines",
    "DEDUCTIBLE,       SELF_PAID,          self-paid lines",
    "UPFRONT_SELF_PAY, OVER_LIMIT,         upfront lines",
    "SELF_PAID,        UPFRONT_SELF_PAY,   self-paid lines",
  })
  void aFenInTheWrongPlaceIsNoticed(Share from, Share to, String identity) {
    Shares moved = GENUINE.shares().plus(from, Money.ofFen(-1)).plus(to, FEN);
    if (identity.isEmpty()) {
      assertThatCode(() -> with(moved)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> with(moved))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(identity + " do not add up");
    }
  }

  /** Only the hospital's part may be negative: it keeps what a fixed price leaves. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOSPITAL_BORNE")
  void noPartButTheHospitalsIsNegative(Share share) {
    Money below = GENUINE.of(share).plus(FEN);
    assertThatThrownBy(() -> with(GENUINE.shares().plus(share, Money.ZERO.minus(below))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("negative " + share);
  }

  @Test
  void aHospitalMayKeepADifference() {
    Shares kept =
        GENUINE
            .shares()
            .plus(Share.HOSPITAL_BORNE, Money.of("-30"))
            .plus(Share.BASIC_FUND, Money.of("30"));
    assertThat(with(kept).funds()).hasToString("420.00");
    assertThat(with(kept).total()).hasToString("1050.00");
  }

  @Test
  void sharesThatBelongToOtherLinesAreRefused() {
    assertThatThrownBy(() -> with(GENUINE.lines().subList(0, 2), GENUINE.shares()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> with(List.of(), GENUINE.shares()))
        .isInstanceOf(IllegalStateException.class);
    var twice = new ArrayList<>(GENUINE.lines());
    twice.add(twice.getFirst());
    assertThatThrownBy(() -> with(twice, GENUINE.shares()))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // amount, self-paid, of it over the ceiling, upfront
    "10, 10.01, 0,    0",
    "10, 5,     5.01, 0",
    "10, 5,     0,    5.01",
    "10, -1,    0,    0",
    "10, 0,     0,    -1",
    "10, 0,     -1,   0",
    "-1, 0,     0,    0",
  })
  void aLineThatDoesNotAddUpIsNone(Money amount, Money selfPaid, Money over, Money upfront) {
    var item = CatalogueItem.unknown("X");
    assertThatThrownBy(() ->
            new LineResult(4, item, amount, selfPaid, over, upfront, LineResult.Why.BY_CATALOGUE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("line 4 does not add up");
  }

  @Test
  void nothingOfASettlementCanBeChangedAfterwards() {
    var lines = new ArrayList<>(GENUINE.lines());
    Settlement copy = with(lines, GENUINE.shares());
    lines.clear();
    assertThat(copy.lines()).hasSize(3);
    assertThatThrownBy(() -> copy.lines().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.explanation().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void sharesAreComparedByTheirAmounts() {
    Map<Share, Money> parts = new EnumMap<>(Share.class);
    for (Share share : Share.values()) {
      parts.put(share, GENUINE.of(share));
    }
    assertThat(Shares.of(parts)).isEqualTo(GENUINE.shares()).hasSameHashCodeAs(GENUINE.shares());
    assertThat(Shares.of(parts).plus(Share.CASH, FEN)).isNotEqualTo(GENUINE.shares());
    assertThat(Shares.of(Map.of())).hasToString("");
  }
}
