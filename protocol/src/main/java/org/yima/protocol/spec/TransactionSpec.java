package org.yima.protocol.spec;

/** One transaction of the interface: its number, its names, and the two tables of its fields. */
public final class TransactionSpec {
  private final Tsv.Row row;
  private final Table request;
  private final Table reply;

  TransactionSpec(Tsv.Row row, Table request, Table reply) {
    this.row = row;
    this.request = request;
    this.reply = reply;
  }

  /** The number, such as {@code ST007}; {@code ec.query} for the decoding call. */
  public String code() {
    return row.get("code");
  }

  public String chineseName() {
    return row.get("chinese");
  }

  /** Where it is described: {@code 3.2.1}, or {@code original ST031}. */
  public String section() {
    return row.get("section");
  }

  /** The class that 1.1.4 puts it in, such as 扫码支付服务类. */
  public String group() {
    return row.get("group");
  }

  public String remark() {
    return row.get("remark");
  }

  /** What {@code transdata} holds. */
  public Table request() {
    return request;
  }

  /** What a successful reply holds beside the elements of every reply; may have no fields. */
  public Table reply() {
    return reply;
  }
}
