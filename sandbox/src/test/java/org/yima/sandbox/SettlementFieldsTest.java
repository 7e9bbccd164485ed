package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.Element;
import org.yima.protocol.spec.Field;
import org.yima.protocol.spec.Spec;
import org.yima.settlement.Money;

/** Section 4.5 in real answers: every field in the printed order, and sums that agree. */
@ExtendWith(Scene.Shared.class)
class SettlementFieldsTest {
  private static final List<String> FUNDS =
      List.of(
          "ake039", "ake029", "ake035", "bkc037", "bkc038", "bkc039", "ake026", "akc806", "bkc075",
          "bkc076");

  /** Who pays where: everyone the sandbox knows, with one of each kind of line. */
  record Visit(String who, String place, String region) {
    @Override
    public String toString() {
      return who + " 在 " + place;
    }
  }

  static Stream<Visit> visits() {
    return Stream.of(
        new Visit("在职职工", Scene.HOSPITAL, "0"),
        new Visit("退休职工", Scene.TOWNSHIP_RSA, "0"),
        new Visit("城乡居民", Scene.COUNTY_LEGACY, "0"),
        new Visit("账户已空的职工", Scene.HOSPITAL, "0"),
        new Visit("外地退休职工", Scene.TOWNSHIP_RSA, "1"));
  }

  private static Paid paid(Visit visit, Scene scene) {
    Hospital at = scene.at(visit.place());
    String cycle = at.signIn("01", visit.region());
    var order =
        at.order(Scene.number(), cycle, at.scan(Hospital.person(visit.who())))
            .line("XA0001", "345.67")
            .line("XB0001", "100.01")
            .line("XB0002", "9.00", Map.of("unitprice", "3.00", "num", "3"))
            .line("XC0001", "20.00")
            .line("F00003", "150.00")
            .line("ZB0001", "21.00", Map.of("unitprice", "0.30", "num", "10", "days", "7"))
            .line("9999999999", "1.23");
    return Paid.of(at.call("ST007", order.xml()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("visits")
  void everyFieldIsThereInThePrintedOrder(Visit visit, Scene scene) {
    Paid paid = paid(visit, scene);
    assertThat(names(paid.register())).isEqualTo(fields("registerret"));
    assertThat(names(paid.balance())).isEqualTo(fields("balanceret"));
    assertThat(paid.lines()).hasSize(7);
    paid.lines().forEach(line -> assertThat(names(line)).isEqualTo(fields("orderentryret")));
    assertThat(paid.business().keySet())
        .containsAll(
            List.of("sipno", "sicardno", "sidistrictcode", "orderid", "balancecode", "orderamt"))
        .contains("ordertime", "aptorderackdata");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("visits")
  void theSettlementAddsUp(Visit visit, Scene scene) {
    Paid paid = paid(visit, scene);
    Money total = paid.amount("akc264");
    assertThat(total).isEqualTo(Money.of("646.91")).isEqualTo(Money.of(paid.value("orderamt")));
    assertThat(sum(paid, "akc260", "akc255", "akc261", "bkc135")).as("who pays").isEqualTo(total);
    assertThat(sum(paid, "ckc120", "ckc121", "akc801")).as("what for").isEqualTo(total);
    assertThat(sum(paid, FUNDS.toArray(String[]::new))).isEqualTo(paid.amount("akc260"));
    assertThat(Money.of(paid.register().textOf("bac048")).minus(paid.amount("akc255")))
        .as("the account afterwards")
        .isEqualTo(paid.amount("akc087after"));
    assertThat(
            sum(paid, "ckc120", "ckc121", "akc808", "bkc029", "ckc155", "bkc033", "ckc170")
                .minus(paid.amount("akc260"))
                .plus(sum(paid, "ake039", "ake029")))
        .as("what the patient bears, less subsidies, is account and cash")
        .isEqualTo(sum(paid, "akc255", "akc261"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("visits")
  void everyLineAddsUpAndTheLinesToTheSettlement(Visit visit, Scene scene) {
    Paid paid = paid(visit, scene);
    for (Element line : paid.lines()) {
      assertThat(amount(line, "bkc026").plus(amount(line, "akc228")).plus(amount(line, "bkc027")))
          .as(line.textOf("chargeprocode"))
          .isEqualTo(amount(line, "aae019"));
      assertThat(amount(line, "akc268")).isLessThanOrEqualTo(amount(line, "bkc026"));
      assertThat(line.textOf("AKC229")).isEqualTo(line.textOf("aka069"));
      assertThat(line.textOf("AKC253")).isEqualTo(line.textOf("bkc026"));
      assertThat(line.textOf("AKC228")).isEqualTo(line.textOf("akc228"));
      assertThat(line.textOf("AKC800")).isEqualTo(line.textOf("bkc027"));
    }
    assertThat(sum(paid.lines(), "aae019")).isEqualTo(paid.amount("akc264"));
    assertThat(sum(paid.lines(), "bkc026")).isEqualTo(paid.amount("ckc120"));
    assertThat(sum(paid.lines(), "akc228")).isEqualTo(paid.amount("ckc121"));
    assertThat(sum(paid.lines(), "bkc027")).isEqualTo(paid.amount("akc801"));
    assertThat(paid.lines().stream().map(line -> line.textOf("bkc028")))
        .as("serial numbers")
        .doesNotHaveDuplicates()
        .allMatch(number -> number.length() <= 20);
  }

  /** By the catalogue: 甲, 乙 10 %, 乙 with a ceiling of 2.50, 丙, 20 %, herbal 乙, unknown. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("visits")
  void linesAreClassifiedByTheCatalogueOfThePlace(Visit visit, Scene scene) {
    assertThat(
            paid(visit, scene).lines().stream()
                .map(line ->
                    Stream.of("chargeprocode", "akc065", "bkc026", "akc268", "akc228", "bkc027")
                        .map(line::textOf)
                        .toList()))
        .containsExactly(
            List.of("XA0001", "1", "0.00", "0.00", "0.00", "345.67"),
            List.of("XB0001", "2", "0.00", "0.00", "10.00", "90.01"),
            List.of("XB0002", "2", "1.50", "1.50", "0.38", "7.12"),
            List.of("XC0001", "3", "20.00", "0.00", "0.00", "0.00"),
            List.of("F00003", "4", "0.00", "0.00", "30.00", "120.00"),
            List.of("ZB0001", "2", "0.00", "0.00", "2.10", "18.90"),
            List.of("9999999999", "3", "1.23", "0.00", "0.00", "0.00"));
  }

  private static List<String> names(Element block) {
    return block.children().stream().map(Element::name).toList();
  }

  private static List<String> fields(String block) {
    return Spec.get().table("aptorderackdata." + block).fields().stream().map(Field::name).toList();
  }

  private static Money amount(Element element, String name) {
    return Money.of(element.textOf(name));
  }

  private static Money sum(Paid paid, String... names) {
    return Arrays.stream(names).map(paid::amount).reduce(Money.ZERO, Money::plus);
  }

  private static Money sum(List<Element> lines, String name) {
    return lines.stream().map(line -> amount(line, name)).reduce(Money.ZERO, Money::plus);
  }
}
