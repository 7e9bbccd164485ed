package org.yima.platform.transaction;

import static org.yima.platform.transaction.Reason.Fixer.BUREAU;
import static org.yima.platform.transaction.Reason.Fixer.CASHIER;
import static org.yima.platform.transaction.Reason.Fixer.PATIENT;
import static org.yima.platform.transaction.Reason.Fixer.VENDOR;
import static org.yima.platform.transaction.Reason.Retry.CORRECTED;
import static org.yima.platform.transaction.Reason.Retry.LATER;
import static org.yima.platform.transaction.Reason.Retry.NEVER;
import static org.yima.platform.transaction.Reason.Retry.NEW_CODE;

import java.util.List;

/**
 * Every reason for which a transaction is refused, in order of precedence: where several hold, the
 * first in this list is the one reported. The number is stable and begins {@code aprtmsg}; the
 * published catalogue is printed from here. {@code %s} is filled with what the handler names.
 *
 * <p>What stands around the handlers comes before what they look at: a number that is taken by
 * another order is refused as such, whatever else is wrong with the message.
 */
public enum Reason {
  FIELDS_WRONG(1001, "报文字段有误：%s", "fields are wrong", VENDOR, CORRECTED),
  HOSPCODE_NOT_CALLERS(1002, "定点代码与签名机构不符", "hospcode is not the signer's", VENDOR, CORRECTED),

  SAME_ORDER_OTHER_CONTENT(
      1701, "订单号已用于内容不同的订单，请换新订单号", "order number used with other content", VENDOR, NEVER),
  LINE_OTHER_CONTENT(
      1702,
      "处方 %s 第 %s 项已录入且内容不同，请先删除",
      "the line was entered with other content",
      CASHIER,
      CORRECTED),
  IN_PROGRESS(1801, "同一订单正在处理，请稍后查询支付状态", "in progress, query later", CASHIER, LATER),
  CODE_SERVICE_SILENT(
      1802, "电子凭证服务没有答复，请患者刷新二维码后重新扫码", "the code service did not answer", CASHIER, LATER),

  CALLBACK_NOT_REGISTERED(
      1003, "通知地址未登记，请登记后使用或留空改为拉取", "backurl is not registered", VENDOR, CORRECTED),
  ORDER_TYPE_NOT_HERE(
      1004, "订单类型 %s 不能用于本交易或本机构", "this order type is not for this call", VENDOR, CORRECTED),

  CYCLE_UNKNOWN(1401, "业务周期号不存在，请重新签到", "no such business cycle", CASHIER, CORRECTED),
  CYCLE_NOT_YOURS(1402, "业务周期号不属于本接入系统", "another party's cycle", VENDOR, CORRECTED),
  CYCLE_CLOSED(1403, "业务周期已签退，请重新签到", "the cycle is closed", CASHIER, CORRECTED),
  CYCLE_EXPIRED(1404, "业务周期已超时，请先对账签退再签到", "the cycle has run out", CASHIER, CORRECTED),
  CYCLE_HAS_OPEN_ORDERS(1406, "业务周期内有未完成的订单：%s", "orders of the cycle are open", CASHIER, LATER),

  ORDER_UNKNOWN(1101, "没有此订单", "no such order", CASHIER, CORRECTED),
  ORDER_STATE_FORBIDS(1102, "订单已处于状态%s，不能再办理本交易", "the order's state forbids it", CASHIER, NEVER),
  ADMISSION_UNKNOWN(1106, "没有此住院登记", "no such admission", CASHIER, CORRECTED),
  ADMISSION_STATE_FORBIDS(
      1107, "住院登记处于状态%s，不能再办理本交易", "the admission's state forbids it", CASHIER, NEVER),
  ADMISSION_NOT_SETTLED(
      1108, "住院登记尚未结算，不能取消，请用扫码无费退院", "an unsettled admission is withdrawn", CASHIER, NEVER),
  ADMISSION_SETTLED(
      1110, "住院登记下有已结算的费用，请先退费或取消", "something of the admission is settled", CASHIER, CORRECTED),
  NOT_PRESETTLED(1111, "住院费用尚未预结算，请先预结算", "the stay is not pre-settled", CASHIER, CORRECTED),
  CHARGE_UNKNOWN(1109, "记账流水号 %s 不存在、已删除或已结算", "no such pending charge", CASHIER, CORRECTED),
  ORDER_OF_OTHER_CYCLE(1407, "订单在另一业务周期内支付，不能取消，请用扫码退费", "paid in another cycle", CASHIER, NEVER),
  ORDER_CODE_WRONG(1105, "订单防伪码、结算编号或支付验证码与订单不符", "not the codes of this order", VENDOR, CORRECTED),
  ORDER_OUT_OF_TIME(
      1103, "订单已超过其超时时间，请重新下单", "the order came after its own time limit", CASHIER, NEVER),
  ORDER_TIME_IN_FUTURE(
      1104, "订单发送时间晚于当前时间，请校准时钟", "ordertime lies in the future", VENDOR, CORRECTED),

  TOKEN_UNKNOWN(1201, "电子凭证 token 无效，请患者出示二维码重新扫码", "unknown token", CASHIER, NEW_CODE),
  TOKEN_USED(1202, "电子凭证 token 已使用，请患者刷新二维码后重新扫码", "token already used", CASHIER, NEW_CODE),
  TOKEN_EXPIRED(1203, "二维码已过期，请患者刷新后重新扫码", "token expired", CASHIER, NEW_CODE),
  CODE_NOT_OF_TOKEN(1204, "二维码与 token 不是同一次扫码，请重新扫码", "code and token differ", VENDOR, NEW_CODE),
  TOKEN_NOT_YOURS(1205, "token 由其他机构获取，请在本机构重新扫码", "another institution's token", VENDOR, NEW_CODE),

  HOLDER_DIFFERS(1301, "证件或姓名与电子凭证持有人不符", "id or name is not the holder's", CASHIER, CORRECTED),
  PAYER_IS_NOT_HOLDER(1302, "支付人不是电子凭证持有人", "the payer is not the holder", CASHIER, CORRECTED),
  NOT_INSURED(1303, "参保地没有此人的参保记录", "no insured person", PATIENT, NEVER),
  CYCLE_REGION(
      1405, "本地结算与异地结算须使用各自的业务周期", "local and out-of-region cycles differ", VENDOR, CORRECTED),

  ORDER_AMOUNT_DIFFERS(1501, "订单金额与处方合计不符，差 %s 元", "orderamt is not the sum", VENDOR, CORRECTED),
  PRESCRIPTION_AMOUNT_DIFFERS(
      1502, "处方 %s 的总金额与明细合计不符，差 %s 元", "prescriptionfee is not the sum", VENDOR, CORRECTED),
  LINE_AMOUNT_DIFFERS(
      1503, "处方 %s 第 %s 项单价乘数量不等于金额", "a line's amount is not price × quantity", VENDOR, CORRECTED),
  AMOUNT_OUT_OF_RANGE(1504, "订单金额须大于零且不超过一千万元", "amount out of range", VENDOR, CORRECTED),
  DELETION_TOO_LARGE(1508, "删除的部分超过剩余，剩余数量 %s，剩余金额 %s 元", "more than is left", CASHIER, CORRECTED),
  STAY_AMOUNT_DIFFERS(
      1509, "医疗费总额与未结算明细合计不符，差 %s 元", "akc264 is not the sum of the charges", VENDOR, CORRECTED),
  CONFIRMED_AMOUNTS_DIFFER(
      1506, "确认的金额与最近一次预结算不一致，请按应答中的金额确认", "not the promised amounts", CASHIER, CORRECTED),
  LINE_TWICE(1505, "处方 %s 第 %s 项重复", "a line is given twice", VENDOR, CORRECTED),

  NOT_ENROLLED(1601, "就诊日期不在参保期内", "not enrolled on the bill's date", PATIENT, NEVER),
  FROZEN(1602, "参保待遇已冻结，请联系参保地医保经办机构", "benefits are frozen", PATIENT, NEVER),
  BILL_IN_FUTURE(1603, "门诊日期晚于今天", "the bill's date lies ahead", CASHIER, CORRECTED),
  BILL_TOO_OLD(1604, "门诊日期早于允许补结的 %s 天", "the bill is too old", CASHIER, NEVER),
  NO_POLICY(1605, "参保地在该日期没有适用的待遇政策", "no policy for that date", BUREAU, LATER),
  MEDICAL_TYPE_NOT_COVERED(
      1606, "医疗类别 %s 不适用于本订单类型或参保人", "the medical type does not apply", CASHIER, CORRECTED),
  WAITING_PERIOD(1607, "待遇尚未生效：%s", "the waiting period has not ended", PATIENT, NEVER),
  TYPE_NOT_FOR_SCHEME(
      1608, "医疗类别不符：%s", "the medical type is for the other scheme", CASHIER, CORRECTED),
  DISEASE_NEEDED(1609, "确诊疾病编码不符：%s", "the diagnosis must be a listed disease", CASHIER, CORRECTED),
  FIXED_PRICE_IN_PARTS(
      1612, "包干病种不能分次结算：%s", "a fixed price is for the whole stay", CASHIER, CORRECTED),
  ACCOUNT_TOO_SMALL(
      1610, "个人账户余额不足：%s", "only the account may pay, and it is too small", PATIENT, NEVER),

  ALREADY_ADMITTED(1611, "参保人已有未结算的住院登记，请先结算或退院", "another admission is open", CASHIER, LATER),
  SPLIT_CHANGED(
      1507, "参保人的年度累计已变化，结算结果与预结算不同，请按应答中的新金额确认", "the split has changed", CASHIER, CORRECTED),

  VISITOR_NOT_SETTLED(
      1902, "异地参保人的住院费用暂不能在线结算，请到窗口办理", "visitors' stays are not settled here", CASHIER, NEVER),
  STATEMENT_TOO_LARGE(
      1901, "对账文件超过 %s MiB，不能在线下载，请联系医保经办机构", "the statement is too large", BUREAU, NEVER),

  BROKEN(9901, "系统异常，结果未知，请查询支付状态，勿重复收费", "broken; query before charging again", BUREAU, LATER);

  /** Who can put it right. */
  public enum Fixer {
    CASHIER("收费员"),
    PATIENT("患者"),
    VENDOR("医院系统厂商"),
    BUREAU("医保经办机构");

    private final String chinese;

    Fixer(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Whether the same call may be sent again. */
  public enum Retry {
    LATER("原样重发"),
    CORRECTED("更正后重发"),
    NEW_CODE("重新扫码后重发"),
    NEVER("不可重发");

    private final String chinese;

    Retry(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  private final int number;
  private final String chinese;
  private final String english;
  private final Fixer fixer;
  private final Retry retry;

  Reason(int number, String chinese, String english, Fixer fixer, Retry retry) {
    this.number = number;
    this.chinese = chinese;
    this.english = english;
    this.fixer = fixer;
    this.retry = retry;
  }

  /** {@code aprcode}: {@code 10} to {@code 19}, or {@code -1}. */
  public String code() {
    return this == BROKEN ? "-1" : String.valueOf(number / 100);
  }

  /** {@code E1203}: stable for ever, also when the sentence is improved. */
  public String number() {
    return "E" + number;
  }

  /** {@code aprtmsg} for this refusal: the number and a sentence for the cashier. */
  public String sentence(List<String> arguments) {
    return number() + " " + String.format(chinese, arguments.toArray());
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }

  public Fixer fixer() {
    return fixer;
  }

  public Retry retry() {
    return retry;
  }
}
