package org.yima.client;

import java.util.List;
import org.yima.protocol.Element;
import org.yima.protocol.Form;

/**
 * 定点医药机构调用医保业务系统的入口：每笔交易一个方法。
 *
 * <p>Where a hospital or pharmacy calls the platform: one method per transaction. Used by many
 * threads at once; built by {@link YimaClientBuilder}. Every method checks the fields against the
 * interface before it sends anything ({@link InvalidRequest}), and throws {@link UnknownOutcome} if
 * no answer came that can be trusted. A refusal is not an exception but part of the {@link Answer}.
 */
public final class YimaClient {
  private final Exchange exchange;
  private final Institution institution;
  private final Resolution resolution;
  private final String statementSeparator;

  YimaClient(
      Exchange exchange,
      Institution institution,
      Resolution resolution,
      String statementSeparator) {
    this.exchange = exchange;
    this.institution = institution;
    this.resolution = resolution;
    this.statementSeparator = statementSeparator;
  }

  /**
   * ST001 签到：开始（或取回未签退的）本地业务周期。
   *
   * <p>Opens a local business cycle, or answers with the one that is open. Section 3.1.1.
   *
   * @param operator 操作员: the operator's id, at most 10 characters
   */
  public Answer<BusinessCycle> signIn(String operator) throws UnknownOutcome {
    return signIn(BusinessCycle.local("", operator));
  }

  /**
   * ST001 签到，异地：为异地参保人开始业务周期。
   *
   * <p>The same for people insured elsewhere ({@code aae139} = 1).
   */
  public Answer<BusinessCycle> signInOutOfRegion(String operator) throws UnknownOutcome {
    return signIn(BusinessCycle.outOfRegion("", operator));
  }

  /** The number asked for may be blank; the platform's counts. */
  private Answer<BusinessCycle> signIn(BusinessCycle wanted) throws UnknownOutcome {
    Fields request = ofCycle("ST001.request", wanted).put("aae139", wanted.regionFlag());
    return exchange.call("ST001", request, reply -> Answer.done(opened(reply, wanted)));
  }

  private static BusinessCycle opened(Form reply, BusinessCycle wanted) throws UnreadableAnswer {
    String number = Values.of(reply).required("busicycleno");
    return wanted.isOutOfRegion()
        ? BusinessCycle.outOfRegion(number, wanted.operator())
        : BusinessCycle.local(number, wanted.operator());
  }

  /**
   * ST002 签退：对账后结束业务周期。
   *
   * <p>Ends a business cycle after it has been reconciled; ending it again changes nothing. Section
   * 3.1.2.
   */
  public Answer<BusinessCycle> signOut(BusinessCycle cycle) throws UnknownOutcome {
    return exchange.call("ST002", ofCycle("ST002.request", cycle), reply -> Answer.done(cycle));
  }

  /**
   * ec.query 电子凭证解码（4.7 节）：二维码换取 token 与持证人身份；二维码随即失效。
   *
   * <p>Turns what the scanner read into a token and the holder's identity. Uses the code up, so
   * after an {@link UnknownOutcome} the patient must show a new one.
   *
   * @param qrCode 二维码 {@code ecQrCode}, as scanned, at most 64 characters
   * @param operator 操作员: the operator's id
   */
  public Answer<Credential> decode(String qrCode, BusinessType type, String operator)
      throws UnknownOutcome {
    Element data =
        Fields.of("ec.query.input")
            .put("orgId", institution.hospcode())
            .put("businessType", type.code())
            .put("operatorId", operator)
            .put("ecQrCode", qrCode)
            .element("data");
    Fields request =
        Fields.of("ec.query.request")
            .put("transType", "ec.query")
            .put("orgId", institution.hospcode())
            .put(data);
    return exchange.call("ec.query", request, reply -> decoded(qrCode, reply));
  }

  /** The code service has codes of its own inside an answer that is otherwise good. */
  private static Answer<Credential> decoded(String qrCode, Form reply) throws UnreadableAnswer {
    Values values = Values.of(reply);
    return values.required("code").equals("0")
        ? Answer.done(Credential.read(qrCode, values))
        : Answer.refused(Refusal.decoding(reply));
  }

  /**
   * ST020 扫码身份识别：查询持证人的参保信息，不消耗 token。
   *
   * <p>Says who showed the code and how they are insured. Leaves the token good. Section 3.1.3.
   */
  public Answer<InsuredPerson> identify(Credential credential) throws UnknownOutcome {
    return exchange.call(
        "ST020",
        credential.into(Fields.of("ST020.request"), "ecrcode"),
        reply -> Answer.done(InsuredPerson.read(reply)));
  }

  /**
   * ST007 被扫支付：一次完成登记、明细与结算，并查明结果。
   *
   * <p>Pays an order that has not been sent before. Section 3.2.1. On a time-out, a broken
   * connection, {@code 18} or {@code -1} it waits, asks ST009, and sends the same order again, as
   * often as the back-off has waits. It returns only what is certain: paid, or refused and not
   * paid. The one refusal that needs a look is {@code 17}: the number already stands for another
   * order, which {@link #query} shows.
   *
   * @throws UnknownOutcome 结果未知：请查询，勿重复收费; keep the order and call {@link #resume} later
   */
  public Answer<Payment> pay(PaymentOrder order) throws UnknownOutcome {
    return resolution.pay(order, false);
  }

  /**
   * ST007 继续：对结果未知的订单查明结果（必要时完成支付）。
   *
   * <p>Goes on with an order of which a copy may have been sent, after {@link UnknownOutcome} or a
   * restart of one's own system. The same as {@link #pay}, but a call that is turned away unread
   * ({@code respcode}) is no proof that the order is not paid. It may pay the order now, if it was
   * not and the credential still holds. The order may carry a new credential, if the patient came
   * back; its number and bill must be the same.
   *
   * @throws UnknownOutcome 结果仍未知: still unknown
   */
  public Answer<Payment> resume(PaymentOrder order) throws UnknownOutcome {
    return resolution.pay(order, true);
  }

  /**
   * ST009 查询支付状态。
   *
   * <p>Where an order stands. Section 3.2.2. "No such order" (11, E1101) proves nothing: a payment
   * under way cannot be seen yet.
   */
  public Answer<OrderStatus> query(String orderNumber) throws UnknownOutcome {
    return resolution.query(orderNumber);
  }

  /**
   * ST021 预生成支付订单：登记、录入、预结算，不动用任何基金与账户；稍后由 {@link #confirm} 支付。
   *
   * <p>Prepares an order and says what would be paid of it: the first of two steps. Section 3.2.3.
   * Local business only. Nothing moves, so after an {@link UnknownOutcome} it is simply asked
   * again. The order names its {@linkplain PaymentOrder.Builder#payer payer}; a credential is not
   * needed.
   */
  public Answer<PreparedOrder> prepare(PaymentOrder order) throws UnknownOutcome {
    return resolution.repeat(
        "ST021", order.preparation(institution), reply -> Answer.done(PreparedOrder.read(reply)));
  }

  /**
   * ST022 验码支付：按预结算结果支付，一分不差，否则不支付。
   *
   * <p>Pays an order that was prepared: exactly what was promised, or nothing. Section 3.2.4. It is
   * followed up like {@link #pay}. Refused with E1507, the split has changed since: {@link
   * Refusal#split} says how, and {@link Confirmation#agreeing} pays that.
   *
   * @throws UnknownOutcome 结果未知：请查询，勿重复收费; keep the order and call {@link #resume} later
   */
  public Answer<Payment> confirm(Confirmation order) throws UnknownOutcome {
    return resolution.confirm(order, false);
  }

  /**
   * ST022 继续：对结果未知的验码支付查明结果。
   *
   * <p>Goes on with a confirmation of which a copy may have been sent. It may carry a new
   * credential.
   */
  public Answer<Payment> resume(Confirmation order) throws UnknownOutcome {
    return resolution.confirm(order, true);
  }

  /**
   * ST010 扫码退费：患者出示电子凭证，整笔退费。
   *
   * <p>Gives a whole order back to the patient who shows their code. Section 3.2.5. Repeated until
   * its outcome is known.
   *
   * @param payment 要退的支付: as {@link #pay}, {@link #confirm} or {@link #query} gave it
   * @param cycle 业务周期: an open one, which may be later than the payment's
   */
  public Answer<Refund> refund(Payment payment, BusinessCycle cycle, Credential shown)
      throws UnknownOutcome {
    Fields request =
        Fields.of("ST010.request")
            .put("orderid", payment.orderNumber())
            .put("busicycleno", cycle.number())
            .put("balanceno", payment.settlement().number())
            .put("balancecode", payment.balanceCode());
    return resolution.repeat(
        "ST010",
        shown.into(request, "ecqrcode").element("transdata"),
        reply -> Answer.done(Refund.read(reply)));
  }

  /**
   * ST100 交易取消：本系统未能入账时冲正，消除单边账。办成即确定：此订单没有支付，以后也不会。
   *
   * <p>Takes back an order that one's own system could not book. Section 3.3.1. Done means for
   * certain: the order is not paid and never will be, even if its payment is still on its way.
   * Repeated until its outcome is known. For a refund the patient asks for, see {@link #refund}.
   *
   * @param cycle 支付时的业务周期: the payment's own, not yet signed out
   * @return the order's number
   */
  public Answer<String> cancel(String orderNumber, BusinessCycle cycle, String reason)
      throws UnknownOutcome {
    Fields request =
        Fields.of("ST100.request")
            .put("busicycleno", cycle.number())
            .put("orderid", orderNumber)
            .put("reason", reason);
    return resolution.repeat(
        "ST100", request.element("transdata"), reply -> Answer.done(orderNumber));
  }

  /**
   * 住院业务：登记、录入、预结算、退院。
   *
   * <p>Stays in hospital: ST023, ST024, ST031–ST036.
   */
  public Stays stays() {
    return new Stays(exchange, institution, resolution);
  }

  /**
   * ST041 事件拉取：某序号之后本机构的订单事件；没有新事件时最多等待约半分钟。
   *
   * <p>The institution's events after a number, in their order and without gaps; waits for the next
   * one if there is none. For those who accept no calls; others see {@link EventReceiver}.
   *
   * @param afterSequence 起始事件序号: the last one that was booked; 0 for all
   * @param most 最多条数: at most so many
   */
  public Answer<List<OrderEvent>> events(long afterSequence, int most) throws UnknownOutcome {
    Fields request =
        Fields.of("ST041.request")
            .put("hospcode", institution.hospcode())
            .put("aftereventseq", String.valueOf(afterSequence))
            .put("max", String.valueOf(most));
    return exchange.call("ST041", request, reply -> Answer.done(EventRows.read(reply)));
  }

  /**
   * ST099 对账文件获取：下载、解压并核对一个业务周期的全部交易。
   *
   * <p>Fetches, unpacks and checks the statement of a business cycle, open or ended. Section 3.3.2.
   */
  public Answer<Statement> statement(BusinessCycle cycle) throws UnknownOutcome {
    return exchange.call(
        "ST099",
        ofCycle("ST099.request", cycle),
        reply -> Answer.done(Statement.read(reply, statementSeparator)));
  }

  /**
   * ST042 目录下载：某版本之后的变化；{@link LocalCatalogue} 在此之上维护本地副本。
   *
   * <p>Downloads what has changed in a catalogue after a version.
   *
   * @param afterVersion 起始版本: the version of the last download; empty for everything
   */
  public Answer<CatalogueUpdate> download(Catalogue catalogue, String afterVersion)
      throws UnknownOutcome {
    Fields request =
        Fields.of("ST042.request")
            .put("hospcode", institution.hospcode())
            .put("catalogue", catalogue.code())
            .put("afterversion", afterVersion);
    return exchange.call("ST042", request, reply -> Answer.done(CatalogueUpdate.read(reply)));
  }

  private Fields ofCycle(String table, BusinessCycle cycle) {
    return Fields.of(table)
        .put("hospcode", institution.hospcode())
        .put("operatorid", cycle.operator())
        .put("busicycleno", cycle.number());
  }
}
