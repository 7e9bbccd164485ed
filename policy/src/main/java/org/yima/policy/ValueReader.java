package org.yima.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Amount;
import org.yima.settlement.Bands;
import org.yima.settlement.FundTerms;
import org.yima.settlement.Money;
import org.yima.settlement.Rate;
import org.yima.settlement.Ratio;

/** Reads the values that a figure can have. */
final class ValueReader {

  private ValueReader() {}

  /**
   * {@code 300}; {@code {percent: 5%, of: 8084}}; {@code {amount: 300, further-disease: 300,
   * at-most: 6500}}.
   */
  static Amount amount(Entry value) {
    if (value.isText()) {
      return Amount.of(value.money());
    }
    var keys = value.keys("amount", "percent", "of", "further-disease", "at-most");
    Entry further = keys.find("further-disease");
    Entry most = keys.find("at-most");
    boolean ofBase = keys.has("percent");
    if (ofBase == keys.has("amount") || ofBase != keys.has("of")) {
      throw value.fail(
          "请写“amount”（金额），或“percent”与“of”（基数的百分之几）",
          "give 'amount', or 'percent' together with 'of'");
    }
    return new Amount(
        ofBase ? share(keys.need("percent"), keys.need("of").money()) : keys.need("amount").money(),
        further == null ? Money.ZERO : further.money(),
        most == null ? null : most.money());
  }

  /** A percentage of a published base figure, also of more than the whole: {@code 600%}. */
  private static Money share(Entry percent, Money base) {
    String text = percent.text();
    if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,4})?%")) {
      throw percent.bad(
          "“" + text + "”不是百分数；请写成 5% 或 600%",
          "'" + text + "' is no percentage; write it as 5% or 600%");
    }
    var share = new BigDecimal(text.substring(0, text.length() - 1));
    var fen = BigDecimal.valueOf(base.fen()).multiply(share).movePointLeft(2);
    return Money.ofFen(fen.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** {@code 65%}, or {@code {base: 75%, per-year-of-age: 0.2%}}. */
  private static Rate rate(Entry value) {
    if (value.isText()) {
      return Rate.of(value.ratio());
    }
    var keys = value.keys("base", "per-year-of-age");
    return new Rate(keys.need("base").ratio(), keys.need("per-year-of-age").ratio());
  }

  /** A ratio for everything, or a list of {@code {above, to, ratio}}. */
  static Bands bands(Entry value, FundTerms.Counts counts) {
    if (!value.isList()) {
      return new Bands(List.of(new Bands.Band(Money.ZERO, null, rate(value))));
    }
    var bands = new ArrayList<Bands.Band>();
    @Nullable Money end = Money.ZERO;
    for (Entry one : value.list()) {
      var keys = one.keys("above", "to", "ratio");
      var from = keys.need("above").money();
      checkAdjoins(one, from, end);
      Entry to = keys.find("to");
      end = to == null ? null : to.money();
      if (end != null && end.compareTo(from) <= 0) {
        throw one.fail("这一段的上限不高于下限；请更正", "the band ends at or below its start; correct it");
      }
      Rate rate = rate(keys.need("ratio"));
      if (counts == FundTerms.Counts.FUND_PAID && end != null) {
        checkFills(one, rate);
      }
      bands.add(new Bands.Band(from, end, rate));
    }
    return new Bands(bands);
  }

  private static void checkAdjoins(Entry band, Money from, @Nullable Money end) {
    if (end == null) {
      throw band.fail("前一段没有上限，后面不能再有一段", "the band before has no end, so none can follow it");
    }
    int gap = from.compareTo(end);
    if (gap > 0) {
      throw band.fail(
          "两段之间有空档：" + end + " 至 " + from + "；各段应当首尾相接",
          "a gap between the bands: %s to %s; let each begin where the last ends"
              .formatted(end, from));
    }
    if (gap < 0) {
      throw band.fail(
          "两段重叠：" + from + " 至 " + end + "；各段应当首尾相接",
          "bands overlap: %s to %s; let each begin where the last ends".formatted(from, end));
    }
  }

  /** Laid on what the fund pays, a band of which it pays nothing would take all that follows. */
  private static void checkFills(Entry band, Rate rate) {
    if (rate.base().equals(Ratio.ZERO)) {
      throw band.fail(
          "按基金支付额分段（fund-paid）时，0% 的一段永远填不满，后面各段就用不到；"
              + "请改用 above-deductible 或 in-scope，或把这一段写成起付线",
          "with 'counts: fund-paid' a band of 0% is never full and takes all that follows;"
              + " count above-deductible or in-scope, or write this band as a deductible");
    }
  }

  static Integer months(Entry value) {
    if (!value.text().matches("[0-9]{1,2}")) {
      throw value.bad("月数是不超过两位的整数", "months are a whole number of up to two digits");
    }
    return Integer.valueOf(value.text());
  }
}
