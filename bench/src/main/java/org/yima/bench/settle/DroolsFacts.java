package org.yima.bench.settle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.yima.settlement.BillLine;
import org.yima.settlement.Counter;
import org.yima.settlement.Member;
import org.yima.settlement.Visit;

/**
 * The facts that the rules in {@code rules.drl} look at and fill, as somebody would write them who
 * settles by Drools: beans with amounts in fen, exact in between and rounded as the policy says.
 */
public final class DroolsFacts {

  private DroolsFacts() {}

  /** A line, and how the rules read it. */
  public static final class Line {
    private final String itemClass;
    private final long amount;
    private final BigDecimal upfrontRatio;
    private final BigDecimal overCeiling;
    private long selfPaid;
    private long upfront;

    Line(BillLine line) {
      this.itemClass = line.item().itemClass().name();
      this.amount = line.amount().fen();
      this.upfrontRatio = BigDecimal.valueOf(line.item().upfront().millionths(), 6);
      BigDecimal ceiling = line.item().priceCeiling();
      this.overCeiling =
          ceiling == null
              ? BigDecimal.ZERO
              : line.unitPrice().subtract(ceiling).multiply(line.quantity()).movePointRight(2);
    }

    public String getItemClass() {
      return itemClass;
    }

    public long getAmount() {
      return amount;
    }

    public BigDecimal getOverCeiling() {
      return overCeiling;
    }

    public BigDecimal getUpfrontRatio() {
      return upfrontRatio;
    }

    public long getSelfPaid() {
      return selfPaid;
    }

    public void setSelfPaid(long selfPaid) {
      this.selfPaid = selfPaid;
    }

    public long getUpfront() {
      return upfront;
    }

    public void setUpfront(long upfront) {
      this.upfront = upfront;
    }
  }

  /** A part of a cost that a ratio is applied to. */
  public record Portion(BigDecimal cost, BigDecimal ratio) {
    public BigDecimal share() {
      return cost.multiply(ratio);
    }
  }

  /** Which rules may fire now. */
  public static final class Stage {
    private int at;

    public int getAt() {
      return at;
    }

    public void setAt(int at) {
      this.at = at;
    }
  }

  /** The bill, and the split as far as it has come; fields are the rules' to read and write. */
  public static final class Stay {
    public final String level;
    public final boolean retired;
    public final boolean civilServant;
    public final long fundUsed;
    public final long costUsed;
    public final long illnessUsed;
    public final long balance;
    public long selfPaid;
    public long upfront;
    public long deductible;
    public long basicFund;
    public long bandSelfPay;
    public long largeFund;
    public long largeSelfPay;
    public long overLimit;
    public long illnessFund;
    public long civilFund;
    public long account;
    public long cash;
    public BigDecimal open = BigDecimal.ZERO;
    private long left;

    Stay(Visit visit) {
      var year = visit.year();
      this.level = visit.bill().hospital().level().name();
      this.retired = visit.member().employment() == Member.Employment.RETIRED;
      this.civilServant = visit.member().standing().civilServant();
      this.fundUsed = year.basicFundPaid().fen();
      this.costUsed = year.of(Counter.of("cost:inpatient")).fen();
      this.illnessUsed = year.of(Counter.of("deductible:critical-illness")).fen();
      this.balance = visit.account().balance().fen();
    }

    public String getLevel() {
      return level;
    }

    public boolean isRetired() {
      return retired;
    }

    public boolean isCivilServant() {
      return civilServant;
    }

    public long getLeft() {
      return left;
    }

    public void setLeft(long left) {
      this.left = left;
    }

    /** What the patient bears before any programme pays. */
    public long borne() {
      return selfPaid + upfront + inScopeBorne();
    }

    public long inScopeBorne() {
      return deductible + bandSelfPay + largeSelfPay + overLimit;
    }

    /** What is left of the deductible and of the bands once critical illness has paid. */
    public long openToCivilServants() {
      long paid = Math.min(illnessFund, deductible + bandSelfPay);
      return deductible + bandSelfPay - paid;
    }
  }

  public static long rounded(BigDecimal fen) {
    return fen.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  public static BigDecimal divided(BigDecimal fen, BigDecimal ratio) {
    return fen.divide(ratio, MathContext.DECIMAL128);
  }

  public static BigDecimal exact(long fen) {
    return BigDecimal.valueOf(fen);
  }
}
