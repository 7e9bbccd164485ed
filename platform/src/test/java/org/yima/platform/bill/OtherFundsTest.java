package org.yima.platform.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.person.Enrolment;
import org.yima.platform.transaction.Outcome;
import org.yima.protocol.Element;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member.Approval;
import org.yima.settlement.Member.Assistance;
import org.yima.settlement.Member.Group;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;
import org.yima.settlement.Standing;

/**
 * What 4.5 tells apart of {@code akc806}. A special-disease visit of 120.00 under the assumed
 * policy: 20.00 of deductible, 20.00 of the rest left to the patient, and then the programmes.
 */
class OtherFundsTest {
  private static final String DISEASE = "M03900";
  private static final List<String> FIELDS =
      List.of("akc806", "akc802", "akc803", "BKC222", "BKC223", "BKC224", "BKC262");

  private static Payment settled(Assistance assistance) {
    var plain = Samples.content("12", Samples.DAY, Samples.line("CF1", "1", "A", "120.00"));
    var content =
        new OrderContent("12", "MZ0001", "BL0001", "OP01", Samples.DAY, DISEASE, plain.lines());
    var standing = new Standing(Group.GENERAL, assistance, false, false, false, null);
    var enrolment = new Enrolment(Scheme.EMPLOYEE, false, false, standing);
    var person = Samples.insured("990090", Optional.of(enrolment));
    var visit = Samples.visit(content, person);
    var approval =
        new Approval(MedicalType.SPECIAL_DISEASE, DISEASE, Samples.DAY.minusYears(1), Samples.DAY);
    var approved =
        new Till.Case(
            visit.call(),
            new Registration(visit.type(), content, Samples.DAY),
            visit.lines(),
            person,
            List.of(),
            Samples.onFile(person, approval));
    return ((Outcome.Done<Payment>) Samples.till().settle(approved, () -> 41)).answer();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "NONE,               akc806=0.00",
    "SEVERELY_DISABLED,  akc806=16.00 akc802=24.00 akc803=16.00",
    "POVERTY_REGISTERED, akc806=37.00 BKC222=10.00 BKC223=27.00",
    "MINIMUM_LIVING,     akc806=12.00 BKC224=12.00",
    "EXTREME_POVERTY,    akc806=40.00 BKC262=40.00",
  })
  void each_programme_has_its_field(Assistance assistance, String expected) {
    Payment payment = settled(assistance);
    Element block = BalanceRet.promised(Samples.e08(), payment);
    assertThat(
            FIELDS.stream()
                .filter(name -> name.equals("akc806") || !block.textOf(name).equals("0.00"))
                .map(name -> name + "=" + block.textOf(name))
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
    assertThat(payment.funds()).isEqualTo(Money.of("80.00").plus(Money.of(block.textOf("akc806"))));
    assertThat(Result.unpack(payment.result().pack())).isEqualTo(payment.result());
  }
}
