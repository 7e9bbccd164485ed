package org.yima.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.yima.client.Admission;
import org.yima.client.BusinessCycle;
import org.yima.client.ChargeLine;
import org.yima.client.Confirmation;
import org.yima.client.Deletion;
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
import org.yima.platform.transaction.Call;
import org.yima.sandbox.World.Inhabitant;

/** The ward beside one till of the demo: from admission to discharge. */
final class DemoWard {
  private final DemoTill till;
  private final Stays stays;
  private final BusinessCycle cycle;
  private final Narrator narrator;
  private final Clock clock;
  private int numbers;

  DemoWard(DemoTill till, Stays stays, BusinessCycle cycle, Narrator narrator, Clock clock) {
    this.till = till;
    this.stays = stays;
    this.cycle = cycle;
    this.narrator = narrator;
    this.clock = clock;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), Call.ZONE);
  }

  private LocalDate today() {
    return now().toLocalDate();
  }

  /** ST023. */
  Stay admit(Inhabitant who) throws UnknownOutcome {
    Stay stay =
        stays
            .admit(
                Admission.builder(till.number(), cycle, till.scan(who))
                    .medicalType("21")
                    .stayNumber("ZY" + ++numbers)
                    .diagnosis("J18.9", "肺炎（示例）")
                    .department("呼吸内科")
                    .admittedOn(today())
                    .build())
            .value();
    narrator.say(
        "ST023 入院登记：%s，登记编号 %s，本次起付线 %s 元",
        who.who(), stay.number(), Narrator.yuan(stay.deductibleFen()));
    return stay;
  }

  /** ST031. */
  List<SettledLine> charge(Stay stay, List<ChargeLine> lines) throws UnknownOutcome {
    Prescription.Builder prescription =
        Prescription.builder("ZC" + ++numbers).prescribedAt(now()).department("01", "呼吸内科");
    lines.forEach(prescription::line);
    List<SettledLine> entered =
        stays.charge(stay, cycle, "BL" + numbers, List.of(prescription.build())).value();
    narrator.say("ST031 录入 %d 条费用明细", entered.size());
    return entered;
  }

  /** ST032 of one line. */
  void takeBack(Stay stay, SettledLine line) throws UnknownOutcome {
    List<RemainingCharge> left =
        stays
            .delete(stay, cycle, Deletion.ofLine(till.number(), line.serial()).because("重复录入"))
            .value();
    narrator.say(
        "ST032 删除重复录入的“%s”，该条剩余 %s 元", line.name(), Narrator.yuan(left.getFirst().amountFen()));
  }

  /** ST033, ST036, ST034, ST022. */
  void discharge(Stay stay, Inhabitant who) throws UnknownOutcome {
    stays.update(stay, cycle, StayUpdate.nothing().discharged(today(), "1")).value();
    StayStatus pending = stays.status(stay.number()).value();
    narrator.say(
        "ST033 登记出院；ST036 查询：未结算 %d 条，%s 元",
        pending.pending(), Narrator.yuan(pending.pendingFen()));
    PreparedOrder promise =
        stays.presettle(stay, cycle, Presettlement.of(pending.pendingFen())).value();
    narrator.say("ST034 预结算：%s", DemoTill.words(promise.split()));
    till.settle(Confirmation.of(promise, cycle, till.scan(who)).agreeing(promise.split()));
  }

  /** ST024. */
  void withdraw(Stay stay, Inhabitant who) throws UnknownOutcome {
    stays.withdraw(stay, cycle, till.scan(who)).value();
    narrator.say("ST024 无费退院：登记 %s 已撤销，未结算明细作废", stay.number());
  }
}
