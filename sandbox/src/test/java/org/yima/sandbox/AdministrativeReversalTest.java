package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.order.AdministrativeReversal;
import org.yima.platform.order.AdministrativeReversal.CannotReverse;
import org.yima.platform.order.AdministrativeReversal.Reversed;
import org.yima.protocol.Form;
import org.yima.sandbox.World.Inhabitant;

/** 经办冲正 by two people, where the patient is gone and the cycle closed (decisions §8). */
@ExtendWith(Scene.Shared.class)
class AdministrativeReversalTest {
  private static final String WHY = "患者已离院，收费系统未入账";

  @Test
  void twoPeopleUndoAPaymentOfAClosedCycle(Scene scene) {
    AdministrativeReversal office = scene.sandbox.reversals();
    Steps at = new Steps(scene.hospital(), scene.hospital().signIn("A1", "0"));
    Inhabitant payer = scene.newcomer("100.00");
    Paid paid = at.pay(payer, Scene.number(), "600.00");
    String number = paid.value("orderid");
    at.at().call("ST002", CycleCases.naming(at.at(), at.cycle()));
    scene.clock.advance(Duration.ofDays(2));
    Steps later = new Steps(at.at(), at.at().signIn("A2", "0"));

    office.propose(Scene.HOSPITAL, number, WHY, "张三测试");
    assertThat(later.state(number)).as("nothing has happened yet").isEqualTo("2");
    Reversed done = office.approve(Scene.HOSPITAL, number, "李四测试");

    assertThat(done.cycleNo()).isEqualTo(later.cycle());
    assertThat(done.total()).hasToString("600.00");
    assertThat(later.state(number)).isEqualTo("5");
    String person = payer.person().number();
    assertThat(scene.tables.one("select balance from personal_account where person_no = ?", person))
        .isEqualTo("10000");
    assertThat(scene.tables.one("select sum(amount) from year_total where person_no = ?", person))
        .isEqualTo("0");
    Form statement = at.at().call("ST099", CycleCases.naming(at.at(), later.cycle()));
    assertThat(statement.get("amount")).isEqualTo("-600.00");
    assertThat(
            scene.tables.ask(
                "select kind, proposed_by, approved_by from reversal where cycle_no = ?",
                later.cycle()))
        .containsExactly(List.of("ADMINISTRATIVE", "张三测试", "李四测试"));
    assertThat(scene.tables.contents().get("reversal_proposal")).startsWith("0 rows");
  }

  /** What is asked of whom, and why it is not done. The order is paid and proposed by 张三测试. */
  @ParameterizedTest(name = "{0} {1} by {2}: {3}")
  @CsvSource({
    "approve, own,     张三测试, 复核人不能是提出人",
    "approve, own,     '',      请给出操作员",
    "approve, other,   李四测试, 此订单没有待复核的冲正",
    "approve, missing, 李四测试, 此订单没有待复核的冲正",
    "propose, own,     王五测试, 此订单已有待复核的冲正",
    "propose, missing, 王五测试, 没有此订单",
    "propose, refunded, 王五测试, 订单处于状态5 支付已退费，不能冲正",
    "propose, nowhere, 王五测试, 没有此机构",
    "reject,  other,   王五测试, 此订单没有待复核的冲正",
  })
  void itIsSaidWhyNot(String action, String which, String operator, String why, Scene scene) {
    AdministrativeReversal office = scene.sandbox.reversals();
    Steps at = new Steps(scene.hospital(), scene.localCycle(scene.hospital()));
    String own = at.pay("在职职工", "5.00").value("orderid");
    office.propose(Scene.HOSPITAL, own, WHY, "张三测试");
    String order =
        switch (which) {
          case "own", "nowhere" -> own;
          case "other" -> at.pay("在职职工", "6.00").value("orderid");
          case "refunded" -> refunded(at);
          default -> "NONE";
        };
    String hospcode = which.equals("nowhere") ? "00000000" : Scene.HOSPITAL;
    assertThatExceptionOfType(CannotReverse.class)
        .isThrownBy(() -> {
          switch (action) {
            case "approve" -> office.approve(hospcode, order, operator);
            case "propose" -> office.propose(hospcode, order, WHY, operator);
            default -> office.reject(hospcode, order, operator);
          }
        })
        .withMessageStartingWith(why);
    office.reject(Scene.HOSPITAL, own, "张三测试");
    assertThat(at.state(own)).as("the payment stands").isEqualTo("2");
  }

  private static String refunded(Steps at) {
    Inhabitant payer = Hospital.person("在职职工");
    Paid paid = at.pay(payer, Scene.number(), "5.00");
    at.refund(payer, paid);
    return paid.value("orderid");
  }
}
