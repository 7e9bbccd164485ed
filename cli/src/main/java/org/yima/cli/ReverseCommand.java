package org.yima.cli;

import java.util.function.Function;
import org.yima.platform.order.AdministrativeReversal;
import org.yima.platform.order.AdministrativeReversal.CannotReverse;
import org.yima.platform.order.AdministrativeReversal.Reversed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yima reverse}: 经办冲正, by two people. */
@Command(
    name = "reverse",
    description = {
      "经办冲正：患者已离开且业务周期已签退时，由经办机构撤销一笔支付。一人提出，另一人复核后执行。",
      "Undoes a payment whose patient is gone: one person proposes, another approves.",
      "yima reverse --config FILE propose|approve|reject HOSPCODE ORDER --operator NAME"
    })
final class ReverseCommand extends OfficeCommand {
  @Command(name = "propose", description = "提出冲正 (asks for it)")
  int propose(
      @Parameters(paramLabel = "HOSPCODE", description = "定点医药机构代码") String hospcode,
      @Parameters(paramLabel = "ORDER", description = "订单号") String order,
      @Option(names = "--reason", required = true, description = "原因") String reason,
      @Option(names = "--operator", required = true, description = "提出人") String operator) {
    return run(reversal -> {
      reversal.propose(hospcode, order, reason, operator);
      return "已提出，等待另一人复核 (proposed; somebody else must approve)";
    });
  }

  @Command(name = "approve", description = "复核并执行 (carries out what another person proposed)")
  int approve(
      @Parameters(paramLabel = "HOSPCODE", description = "定点医药机构代码") String hospcode,
      @Parameters(paramLabel = "ORDER", description = "订单号") String order,
      @Option(names = "--operator", required = true, description = "复核人") String operator) {
    return run(reversal -> {
      Reversed done = reversal.approve(hospcode, order, operator);
      return "已冲正 %s 元，反结算流水号 %s，记入业务周期 %s (reversed)"
          .formatted(done.total(), done.serial(), done.cycleNo());
    });
  }

  @Command(name = "reject", description = "撤回或驳回 (drops what was proposed)")
  int reject(
      @Parameters(paramLabel = "HOSPCODE", description = "定点医药机构代码") String hospcode,
      @Parameters(paramLabel = "ORDER", description = "订单号") String order,
      @Option(names = "--operator", required = true, description = "撤回或驳回的人") String operator) {
    return run(reversal -> {
      reversal.reject(hospcode, order, operator);
      return "已撤回，支付不变 (dropped; the payment stands)";
    });
  }

  private int run(Function<AdministrativeReversal, String> work) {
    return office(office -> {
      try {
        System.out.println(work.apply(office.getBean(AdministrativeReversal.class)));
        return 0;
      } catch (CannotReverse e) {
        System.err.println(e.getMessage());
        return 1;
      }
    });
  }
}
