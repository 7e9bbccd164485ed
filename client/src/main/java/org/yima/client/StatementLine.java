package org.yima.client;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.yima.protocol.spec.Amounts;
import org.yima.protocol.spec.DateTimes;

/**
 * 对账文件的一行（3.3.2.2 节）：一笔支付或退费。
 *
 * <p>One line of the statement, section 3.3.2.2: one payment or refund. Amounts in fen; those of a
 * refund are negative.
 */
public final class StatementLine {
  private static final int COLUMNS = 9;

  private final String[] cells;
  private final LocalDate date;
  private final long totalFen;
  private final long fundsFen;
  private final long accountFen;
  private final long cashFen;

  private StatementLine(String[] cells) {
    this.cells = cells;
    date = DateTimes.read(cells[4]).toLocalDate();
    totalFen = Amounts.fen(cells[5]);
    fundsFen = Amounts.fen(cells[6]);
    accountFen = Amounts.fen(cells[7]);
    cashFen = Amounts.fen(cells[8]);
  }

  static StatementLine read(String[] cells, int number) throws UnreadableAnswer {
    boolean known = cells.length == COLUMNS && (cells[1].equals("pos") || cells[1].equals("nag"));
    try {
      if (known) {
        return new StatementLine(cells);
      }
    } catch (DateTimeException | NumberFormatException e) {
      // Said below, like every other fault of a line; the exception says no more than that.
    }
    throw new UnreadableAnswer("statement line " + number);
  }

  /** 业务周期号。The business cycle. */
  public String cycleNumber() {
    return cells[0];
  }

  /** 是否退费（nag）。Whether it is a refund; otherwise it is a payment. */
  public boolean isRefund() {
    return cells[1].equals("nag");
  }

  /** 交易订单号。The order. */
  public String orderNumber() {
    return cells[2];
  }

  /** 医保交易流水号：结算编号或反结算编号。The settlement's number, or the refund's. */
  public String settlementNumber() {
    return cells[3];
  }

  /** 交易时间（日期）。The day. */
  public LocalDate date() {
    return date;
  }

  /** 费用总额。The whole bill. */
  public long totalFen() {
    return totalFen;
  }

  /** 医保统筹支付金额，各项基金合计。All funds together. */
  public long fundsFen() {
    return fundsFen;
  }

  /** 医保个人账户支付金额。From the personal account. */
  public long accountFen() {
    return accountFen;
  }

  /** 现金支付金额。In cash. */
  public long cashFen() {
    return cashFen;
  }

  @Override
  public String toString() {
    return String.join("|", cells);
  }
}
