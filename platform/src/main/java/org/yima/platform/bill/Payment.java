package org.yima.platform.bill;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.yima.platform.ledger.Posting;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Money;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;

/**
 * An order's settlement as it is stored; answers are written from it the first time and every time
 * after.
 *
 * @param number 结算编号, unique in the platform
 * @param accountBefore balance of the personal account before it
 */
public record Payment(
    String hospcode,
    long number,
    Instant at,
    Money total,
    Money inScope,
    Map<Share, Money> shares,
    Money accountBefore,
    Result result) {

  static Payment of(Call call, long number, Settlement settlement, Money before, Result result) {
    Map<Share, Money> shares = new EnumMap<>(Share.class);
    for (Share share : Share.values()) {
      shares.put(share, settlement.of(share));
    }
    return new Payment(
        call.institution().code(),
        number,
        call.at(),
        settlement.total(),
        settlement.inScope(),
        shares,
        before,
        result);
  }

  /** 结算编号 as written: the day and the number. */
  public String balanceNo() {
    return Posting.serial(at.atZone(Call.ZONE), number);
  }

  /** 挂钩自付金额 of a line, counted from 0. */
  public Money upfront(int index) {
    return result.lines().get(index).upfront();
  }

  /** 全自费金额 of a line, counted from 0. */
  public Money selfPaid(int index) {
    return result.lines().get(index).selfPaid();
  }

  /** {@code akc290} and {@code akc090}: 本次起付线, and which admission of the year it is. */
  public Map<String, String> standing() {
    Figures figures = result.figures();
    return Map.of(
        "akc290", figures.deductible().toString(), "akc090", figures.visitNumber() + ".00");
  }

  /** 登记编号: the visit that this settlement belongs to; at most 20 characters. */
  String visitNo() {
    return balanceNo();
  }

  /** 记账流水号 of a line, counted from 0; at most 20 characters. */
  String lineNo(int index) {
    return String.format("%015d%04d", number, index + 1);
  }

  public Money of(Share share) {
    return shares.getOrDefault(share, Money.ZERO);
  }

  /** All funds together: {@code akc260}. */
  public Money funds() {
    return sum(Share.Kind.FUND).plus(sum(Share.Kind.SUBSIDY));
  }

  private Money sum(Share.Kind kind) {
    return shares.entrySet().stream()
        .filter(part -> part.getKey().kind() == kind)
        .map(Map.Entry::getValue)
        .reduce(Money.ZERO, Money::plus);
  }

  /** Who pays how much, for the ledger. */
  public Map<Share, Money> payers() {
    Map<Share, Money> payers = new EnumMap<>(shares);
    payers.keySet().removeIf(share -> share.kind() == Share.Kind.BORNE);
    return payers;
  }

  public Money accountAfter() {
    return accountBefore.minus(of(Share.PERSONAL_ACCOUNT));
  }
}
