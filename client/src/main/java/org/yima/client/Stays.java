package org.yima.client;

import java.util.ArrayList;
import java.util.List;
import org.yima.protocol.Element;

/**
 * 住院业务的入口，由 {@link YimaClient#stays} 取得；结算用 {@link YimaClient#confirm}。
 *
 * <p>Stays in hospital, from admission to discharge. What moves something is repeated until its
 * outcome is known; a copy changes nothing. A stay is settled with {@link YimaClient#confirm},
 * taken back with {@link YimaClient#refund} or {@link YimaClient#cancel}.
 */
public final class Stays {
  private final Exchange exchange;
  private final Institution institution;
  private final Resolution resolution;

  Stays(Exchange exchange, Institution institution, Resolution resolution) {
    this.exchange = exchange;
    this.institution = institution;
    this.resolution = resolution;
  }

  /**
   * ST023 扫码入院登记。
   *
   * <p>Registers a stay. Uses the token up.
   */
  public Answer<Stay> admit(Admission admission) throws UnknownOutcome {
    return resolution.repeat(
        "ST023", admission.transdata(), reply -> Answer.done(Stay.read(reply)));
  }

  /**
   * ST031 费用明细录入：一次最多 300 条；重发同样的明细不会重复录入。
   *
   * <p>Enters up to 300 charge lines, all or none; lines that are entered already change nothing.
   *
   * @param caseNumber 病历号 {@code bkc012}
   * @return how each line was classified; {@link SettledLine#serial} names it from then on
   */
  public Answer<List<SettledLine>> charge(
      Stay stay, BusinessCycle cycle, String caseNumber, List<Prescription> prescriptions)
      throws UnknownOutcome {
    List<Element> rows = new ArrayList<>(prescriptions.size());
    for (Prescription prescription : prescriptions) {
      rows.add(prescription.row());
    }
    Fields request =
        in("ST031.request", stay, cycle)
            .put("orderid", stay.orderNumber())
            .put("bkc012", caseNumber)
            .put(Element.of("prescriptionlistinfo", rows));
    return resolution.repeat(
        "ST031",
        request.element("transdata"),
        reply -> Answer.done(Rows.of(reply, "orderentryret", SettledLine::read)));
  }

  /**
   * ST032 费用明细删除。
   *
   * <p>Takes pending charges back.
   *
   * @return what is left of the lines that were touched
   */
  public Answer<List<RemainingCharge>> delete(Stay stay, BusinessCycle cycle, Deletion deletion)
      throws UnknownOutcome {
    Fields request = deletion.fields().putAll(in("ST032.request", stay, cycle));
    return resolution.repeat(
        "ST032",
        request.element("transdata"),
        reply -> Answer.done(Rows.of(reply, "rows", RemainingCharge::read)));
  }

  /**
   * ST033 更新就诊信息。
   *
   * <p>Changes what was said of the stay.
   *
   * @return 入院登记编号: the stay's number
   */
  public Answer<String> update(Stay stay, BusinessCycle cycle, StayUpdate update)
      throws UnknownOutcome {
    Fields request = update.fields().putAll(in("ST033.request", stay, cycle));
    return resolution.repeat(
        "ST033",
        request.element("transdata"),
        reply -> Answer.done(Values.of(reply).required("akc190")));
  }

  /**
   * ST034 预结算：不动用任何基金与账户。
   *
   * <p>Says what would be paid; moves nothing. Pay it with {@link Confirmation#of} and {@link
   * Confirmation#agreeing}.
   */
  public Answer<PreparedOrder> presettle(
      Stay stay, BusinessCycle cycle, Presettlement presettlement) throws UnknownOutcome {
    Fields request = presettlement.fields().putAll(in("ST034.request", stay, cycle));
    return resolution.repeat(
        "ST034", request.element("transdata"), reply -> Answer.done(PreparedOrder.ofStay(reply)));
  }

  /**
   * ST036 查询住院登记状态。
   *
   * <p>Where a stay stands.
   */
  public Answer<StayStatus> status(String stayNumber) throws UnknownOutcome {
    Fields request =
        Fields.of("ST036.request")
            .put("hospcode", institution.hospcode())
            .put("akc190", stayNumber);
    return exchange.call("ST036", request, reply -> Answer.done(StayStatus.read(reply)));
  }

  /**
   * ST024 扫码无费退院：没有已结算费用时撤销登记，未结算明细一并作废。
   *
   * <p>Withdraws a stay of which nothing is settled; what is pending is void.
   *
   * @return 入院登记编号: the stay's number
   */
  public Answer<String> withdraw(Stay stay, BusinessCycle cycle, Credential shown)
      throws UnknownOutcome {
    Fields request =
        shown
            .into(Fields.of("ST024.request"), "ecrcode")
            .put("orderid", stay.orderNumber())
            .put("ordervalidcode", stay.validCode())
            .put("busicycleno", cycle.number());
    return resolution.repeat(
        "ST024", request.element("transdata"), reply -> Answer.done(stay.number()));
  }

  /**
   * ST035 慢特病审批查询。
   *
   * <p>Approvals that are in force for who shows the code; leaves the token good.
   */
  public Answer<List<Approval>> approvals(Credential shown) throws UnknownOutcome {
    Fields request =
        shown.into(Fields.of("ST035.request"), "ecqrcode").put("hospcode", institution.hospcode());
    return exchange.call(
        "ST035", request, reply -> Answer.done(Rows.of(reply, "rows", Approval::read)));
  }

  private Fields in(String table, Stay stay, BusinessCycle cycle) {
    return Fields.of(table)
        .put("hospcode", institution.hospcode())
        .put("operatorid", cycle.operator())
        .put("busicycleno", cycle.number())
        .put("akc190", stay.number());
  }
}
