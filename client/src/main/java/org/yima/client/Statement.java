package org.yima.client;

import java.util.Collections;
import java.util.List;
import org.yima.protocol.Form;

/**
 * 对账文件（ST099 应答，3.3.2 节）；已核对记录数、总额与 SM3。
 *
 * <p>The statement of one business cycle: the reply of ST099, section 3.3.2. It agrees with the
 * count, the amount and the SM3 digest that came with it, and its columns agree with each other.
 */
public final class Statement {
  private final List<StatementLine> lines;
  private final long totalFen;
  private final long fundsFen;
  private final long accountFen;
  private final long cashFen;
  private final long hospitalFen;

  private Statement(List<StatementLine> lines, long hospitalFen) {
    this.lines = Collections.unmodifiableList(lines);
    this.hospitalFen = hospitalFen;
    long total = 0;
    long funds = 0;
    long account = 0;
    long cash = 0;
    for (StatementLine line : lines) {
      total += line.totalFen();
      funds += line.fundsFen();
      account += line.accountFen();
      cash += line.cashFen();
    }
    totalFen = total;
    fundsFen = funds;
    accountFen = account;
    cashFen = cash;
  }

  static Statement read(Form reply, String separator) throws UnreadableAnswer {
    Values values = Values.of(reply);
    StatementFile file = StatementFile.unpack(values.required("file"), StatementFile.MAX_TEXT);
    String sm3 = values.text("sm3");
    require(sm3.isEmpty() || sm3.equalsIgnoreCase(file.sm3()), "sm3");
    Statement statement = new Statement(file.lines(separator), values.fenOrZero("bkc135"));
    String count = values.text("count");
    require(count.isEmpty() || count.equals(String.valueOf(statement.lines.size())), "count");
    boolean hasAmount = !values.text("amount").isEmpty();
    require(!hasAmount || values.fen("amount") == statement.totalFen, "amount");
    long parts =
        statement.fundsFen + statement.accountFen + statement.cashFen + statement.hospitalFen;
    require(parts == statement.totalFen, "sum of the columns");
    return statement;
  }

  private static void require(boolean agrees, String what) throws UnreadableAnswer {
    if (!agrees) {
      throw new UnreadableAnswer("statement disagrees with its " + what);
    }
  }

  /** 全部交易记录。All payments and refunds of the cycle. */
  public List<StatementLine> lines() {
    return lines;
  }

  /** 费用总额合计，单位分。Sum of the bills, refunds counted off. */
  public long totalFen() {
    return totalFen;
  }

  /** 医保统筹支付合计。Sum of the funds: what the insurance owes the institution. */
  public long fundsFen() {
    return fundsFen;
  }

  /** 个人账户支付合计。Sum from personal accounts. */
  public long accountFen() {
    return accountFen;
  }

  /** 现金支付合计。Sum of cash. */
  public long cashFen() {
    return cashFen;
  }

  /** 医疗机构负担合计 {@code bkc135}。What the institution bears, or keeps when negative. */
  public long hospitalFen() {
    return hospitalFen;
  }

  @Override
  public String toString() {
    return "statement of " + lines.size() + " lines, " + totalFen + " fen";
  }
}
