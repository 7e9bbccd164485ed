package org.yima.client;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.MalformedMessage;

/**
 * 医保结算明细 aptorderackdata（4.5 节）：谁承担多少。
 *
 * <p>Who bears how much of a payment: {@code aptorderackdata}, section 4.5. All amounts in fen.
 * Always total = funds + account + cash + hospital's share. What has no method here is had by its
 * wire name. Immutable; {@code toString} shows nothing personal.
 */
public final class Settlement {
  private final Values registration;
  private final Values balance;
  private final LocalDateTime time;
  private final Amounts45 amounts;
  private final List<SettledLine> lines;

  private Settlement(Element data) throws UnreadableAnswer {
    registration = Values.of(block(data, "registerret"));
    balance = Values.of(block(data, "balanceret"));
    time = balance.time("balancetime");
    amounts = new Amounts45(registration, balance);
    List<SettledLine> read = new ArrayList<>();
    for (Element row : block(data, "orderentryret").children()) {
      read.add(SettledLine.read(row));
    }
    lines = Collections.unmodifiableList(read);
  }

  /** Reads the XML inside a reply. */
  static Settlement read(String xml) throws UnreadableAnswer {
    try {
      return new Settlement(ElementReader.read(xml, "aptorderackdata"));
    } catch (MalformedMessage e) {
      throw new UnreadableAnswer("aptorderackdata, " + e.getMessage());
    }
  }

  private static Element block(Element data, String name) throws UnreadableAnswer {
    Element block = data.child(name);
    if (block == null) {
      throw new UnreadableAnswer(name);
    }
    return block;
  }

  /** 结算编号 {@code balanceno}。The settlement's number; refunds ask for it. */
  public String number() {
    return balance.text("balanceno");
  }

  /** 结算时间 {@code balancetime}，北京时间。When it was settled, Shanghai time. */
  public LocalDateTime settledAt() {
    return time;
  }

  /** 医疗费总额 {@code akc264}。The whole bill. */
  public long totalFen() {
    return amounts.total;
  }

  /** 医保统筹支付金额 {@code akc260}，各项基金合计。All funds together. */
  public long fundsFen() {
    return amounts.funds;
  }

  /** 个人账户支出 {@code akc255}。Taken from the personal account. */
  public long accountFen() {
    return amounts.account;
  }

  /** 现金支付金额 {@code akc261}：收费员应收。What the cashier collects. */
  public long cashFen() {
    return amounts.cash;
  }

  /** 医疗机构负担金额 {@code bkc135}，可为负。What the hospital bears, or keeps when negative. */
  public long hospitalFen() {
    return amounts.hospital;
  }

  /** 基本医疗基金支出 {@code ake039}。The basic fund's part of the funds. */
  public long basicFundFen() {
    return amounts.basicFund;
  }

  /** 账户余额（结算前）{@code bac048}。The personal account before. */
  public long accountBeforeFen() {
    return amounts.accountBefore;
  }

  /** 账户余额（结算后）{@code akc087after}。The personal account after. */
  public long accountAfterFen() {
    return amounts.accountAfter;
  }

  /** 全自费金额 {@code ckc120}。Wholly self-paid. */
  public long selfPaidFen() {
    return amounts.selfPaid;
  }

  /** 挂钩自付金额 {@code ckc121}。The upfront share. */
  public long upfrontFen() {
    return amounts.upfront;
  }

  /** 符合报销范围金额 {@code akc801}。Within the scope of the insurance. */
  public long inScopeFen() {
    return amounts.inScope;
  }

  /** 起付线自付金额 {@code bkc029}。Borne by the patient below the deductible. */
  public long deductibleFen() {
    return amounts.deductible;
  }

  /** 基本医疗统筹自付金额 {@code ckc155}。The patient's part of what the basic fund shares. */
  public long bandSelfPayFen() {
    return amounts.bandSelfPay;
  }

  /** 超限自付金额 {@code ckc170}。Above the limits of the funds. */
  public long overLimitFen() {
    return amounts.overLimit;
  }

  /** 各收费项目的结算结果，次序同订单。The charge lines, in the order of the bill. */
  public List<SettledLine> lines() {
    return lines;
  }

  /** 按接口名取结算输出 balanceret 的任一字段。Any field of {@code balanceret}; empty if missing. */
  public String field(String wireName) {
    return balance.text(wireName);
  }

  /** 按接口名取登记输出 registerret 的任一字段。Any field of {@code registerret}; empty if missing. */
  public String registrationField(String wireName) {
    return registration.text(wireName);
  }

  @Override
  public String toString() {
    return "total "
        + totalFen()
        + " = funds "
        + fundsFen()
        + " + account "
        + accountFen()
        + " + cash "
        + cashFen()
        + (hospitalFen() == 0 ? "" : " + hospital " + hospitalFen())
        + " fen";
  }

  /**
   * The amounts, read at once, so that one that is missing is found before anybody relies on it.
   */
  private static final class Amounts45 {
    private final long total;
    private final long funds;
    private final long account;
    private final long cash;
    private final long hospital;
    private final long basicFund;
    private final long accountBefore;
    private final long accountAfter;
    private final long selfPaid;
    private final long upfront;
    private final long inScope;
    private final long deductible;
    private final long bandSelfPay;
    private final long overLimit;

    Amounts45(Values registration, Values balance) throws UnreadableAnswer {
      total = balance.fen("akc264");
      funds = balance.fen("akc260");
      account = balance.fen("akc255");
      cash = balance.fen("akc261");
      hospital = balance.fenOrZero("bkc135");
      basicFund = balance.fenOrZero("ake039");
      accountBefore = registration.fenOrZero("bac048");
      accountAfter = balance.fenOrZero("akc087after");
      selfPaid = balance.fenOrZero("ckc120");
      upfront = balance.fenOrZero("ckc121");
      inScope = balance.fenOrZero("akc801");
      deductible = balance.fenOrZero("bkc029");
      bandSelfPay = balance.fenOrZero("ckc155");
      overLimit = balance.fenOrZero("ckc170");
      if (total != funds + account + cash + hospital) {
        throw new UnreadableAnswer("akc264 ≠ akc260 + akc255 + akc261 + bkc135");
      }
    }
  }
}
