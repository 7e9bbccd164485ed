package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.client.Admission;
import org.yima.client.Answer;
import org.yima.client.Approval;
import org.yima.client.BusinessCycle;
import org.yima.client.BusinessType;
import org.yima.client.ChargeLine;
import org.yima.client.Confirmation;
import org.yima.client.Credential;
import org.yima.client.Deletion;
import org.yima.client.InvalidRequest;
import org.yima.client.Payment;
import org.yima.client.PreparedOrder;
import org.yima.client.Prescription;
import org.yima.client.Presettlement;
import org.yima.client.RemainingCharge;
import org.yima.client.SettledLine;
import org.yima.client.Stay;
import org.yima.client.StayStatus;
import org.yima.client.StayUpdate;
import org.yima.client.Stays;
import org.yima.client.UnknownOutcome;
import org.yima.client.YimaClient;
import org.yima.client.YimaClientBuilder;
import org.yima.sandbox.LossyLine.Fate;
import org.yima.sandbox.World.Inhabitant;

/** A stay by the client over a line that loses things, from admission to discharge. */
@ExtendWith(Scene.Shared.class)
class ClientStayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private LossyLine line;
  private YimaClient client;
  private Stays stays;
  private BusinessCycle cycle;
  private Scene scene;

  @BeforeEach
  void open(Scene shared) throws UnknownOutcome {
    scene = shared;
    line = new LossyLine(scene.sandbox.gateway());
    client =
        new YimaClientBuilder(line.uri(), scene.at(Scene.HOSPITAL).kit(), Scene.HOSPITAL, "示例市人民医院")
            .backOff(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1))
            .build();
    stays = client.stays();
    cycle = client.signIn("CS").value();
  }

  @AfterEach
  void close() {
    line.close();
  }

  private Credential scan(Inhabitant who) throws UnknownOutcome {
    String code = scene.sandbox.showCode(who.person());
    return client.decode(code, BusinessType.SETTLEMENT, "CS").value();
  }

  private static Prescription prescription(String number, String... prices) {
    Prescription.Builder prescription =
        Prescription.builder(number)
            .prescribedAt(LocalDateTime.of(2026, 3, 10, 9, 0))
            .department("01", "内科");
    for (String price : prices) {
      prescription.line(
          ChargeLine.builder()
              .hospitalItem("H1", "院内项目")
              .insuranceItem("XA0001", "目录项目")
              .category("01", "01")
              .unitPrice(price)
              .quantity("1", "次")
              .build());
    }
    return prescription.build();
  }

  private Stay admitted(Inhabitant who, Fate... lost) throws UnknownOutcome {
    Credential shown = scan(who);
    line.next(lost);
    Answer<Stay> answer =
        stays.admit(
            Admission.builder(Scene.number(), cycle, shown)
                .medicalType("21")
                .stayNumber("ZY1")
                .diagnosis("J18.9", "测试诊断")
                .department("内科")
                .admittedOn(TODAY)
                .build());
    assertThat(answer.isDone()).as("%s", answer).isTrue();
    return answer.value();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.yima.sandbox.ClientLifeTest#losses")
  void fromAdmissionToDischarge(List<Fate> fates) throws UnknownOutcome {
    Inhabitant who = scene.newcomer("300.00");
    Fate[] lost = fates.toArray(Fate[]::new);
    Stay stay = admitted(who, lost);
    chargedAndCorrected(stay, lost);
    line.next(lost);
    StayUpdate discharge = StayUpdate.nothing().discharged(TODAY, "1").diagnosis("J18.9", "已愈");
    assertThat(stays.update(stay, cycle, discharge).value()).isEqualTo(stay.number());
    StayStatus pending = stays.status(stay.number()).value();
    assertThat(pending.state()).isEqualTo("1");
    assertThat(pending.pendingFen()).isEqualTo(170_000);
    settled(stay, who, lost);
    assertThat(stays.status(stay.number()).value().state()).isEqualTo("2");
  }

  private void chargedAndCorrected(Stay stay, Fate... lost) throws UnknownOutcome {
    line.next(lost);
    List<SettledLine> first =
        stays.charge(stay, cycle, "BL1", List.of(prescription("R1", "1000.00", "500.00"))).value();
    assertThat(first).hasSize(2);
    line.next(lost);
    stays.charge(stay, cycle, "BL1", List.of(prescription("R2", "700.00"))).value();
    line.next(lost);
    Deletion second = Deletion.ofLine(stay.number() + "D", first.get(1).serial());
    List<RemainingCharge> left = stays.delete(stay, cycle, second.because("录入有误")).value();
    assertThat(left.getFirst().serial()).isEqualTo(first.get(1).serial());
    assertThat(left.getFirst().amountFen()).isZero();
  }

  private void settled(Stay stay, Inhabitant who, Fate... lost) throws UnknownOutcome {
    line.next(lost);
    PreparedOrder promise = stays.presettle(stay, cycle, Presettlement.of(170_000)).value();
    assertThat(promise.split().totalFen()).isEqualTo(170_000);
    assertThat(promise.accountBalanceFen()).isEqualTo(30_000);
    assertThat(promise.split().hospitalFen()).isZero();
    Confirmation order = Confirmation.of(promise, cycle, scan(who)).agreeing(promise.split());
    line.next(lost);
    Answer<Payment> paid = client.confirm(order);
    assertThat(paid.isDone()).as("%s", paid).isTrue();
    assertThat(paid.value().settlement().totalFen()).isEqualTo(170_000);
    assertThat(
            scene.tables.one(
                "select count(*) from posting where order_no = ?", promise.orderNumber()))
        .isEqualTo("1");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.yima.sandbox.ClientLifeTest#losses")
  void aVoidAdmissionIsWithdrawn(List<Fate> fates) throws UnknownOutcome {
    Inhabitant who = scene.newcomer("0.00");
    Stay stay = admitted(who);
    stays.charge(stay, cycle, "BL1", List.of(prescription("R1", "10.00"))).value();
    Credential shown = scan(who);
    line.next(fates.toArray(Fate[]::new));
    assertThat(stays.withdraw(stay, cycle, shown).value()).isEqualTo(stay.number());
    assertThat(stays.status(stay.number()).value().state()).isEqualTo("3");
  }

  /** A part until a time, with an order of its own, and what the account may pay of it. */
  @Test
  void aStayIsSettledInParts() throws UnknownOutcome {
    Inhabitant who = scene.newcomer("300.00");
    Stay stay = admitted(who);
    stays.charge(stay, cycle, "BL1", List.of(prescription("R1", "2000.00", "100.00"))).value();
    String part = Scene.number();
    PreparedOrder promise =
        stays
            .presettle(
                stay,
                cycle,
                Presettlement.of(210_000)
                    .until(LocalDateTime.of(2026, 3, 10, 9, 30))
                    .accountAtMost(5_000)
                    .order(part))
            .value();
    assertThat(promise.orderNumber()).isEqualTo(part);
    assertThat(promise.split().accountFen()).isEqualTo(5_000);
    Answer<Payment> paid =
        client.confirm(Confirmation.of(promise, cycle, scan(who)).agreeing(promise.split()));
    assertThat(paid.isDone()).as("%s", paid).isTrue();
    assertThat(stays.status(stay.number()).value().pending()).isZero();
  }

  @Test
  void refusalsAndWrongFieldsAreTold() throws UnknownOutcome {
    Inhabitant who = scene.newcomer("0.00");
    Stay stay = admitted(who);
    assertThat(stays.presettle(stay, cycle, Presettlement.of(100)).refusal().toString())
        .contains("E15");
    assertThat(stays.delete(stay, cycle, Deletion.ofPart("D1", "0000000000000000001", "1", 100)))
        .matches(answer -> !answer.isDone());
    assertThatThrownBy(() -> StayUpdate.nothing().with("bkc012", "1"))
        .hasMessage("ST033 cannot mark bkc012");
    Credential shown = scan(who);
    assertThatThrownBy(() -> stays.admit(Admission.builder("", cycle, shown).build()))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("orderid");
    assertThat(stays.withdraw(stay, cycle, shown).isDone()).isTrue();
  }

  @Test
  void approvalsAreListed() throws UnknownOutcome {
    List<Approval> approvals = stays.approvals(scan(Hospital.person("退休职工"))).value();
    assertThat(approvals).hasSize(1);
    Approval approval = approvals.getFirst();
    assertThat(approval.disease()).isEqualTo("M03900");
    assertThat(approval.medicalType()).isEqualTo("13");
    assertThat(approval.number()).isEqualTo(approval.field("othercheckno")).isNotEmpty();
    assertThat(stays.approvals(scan(Hospital.person("在职职工"))).value()).isEmpty();
  }
}
