package org.yima.protocol.spec;

/**
 * One bad field: where it stands, what is wrong, and what to do. It never holds the value, which
 * may be personal data, so that a list of faults can be logged and sent as it is.
 */
public final class FieldFault {
  private final Field field;
  private final String path;
  private final FaultKind kind;

  FieldFault(Field field, String path, FaultKind kind) {
    this.field = field;
    this.path = path;
    this.kind = kind;
  }

  /** The field as the tables know it. */
  public Field field() {
    return field;
  }

  /**
   * Where it stands below the element that was checked, rows counted from 1: {@code
   * orderdata/prescriptionlistinfo/row[2]/prescriptionitemlistinfo/row[1]/amount}.
   */
  public String path() {
    return path;
  }

  public FaultKind kind() {
    return kind;
  }

  /** One Chinese sentence for the person who has to correct it: {@code 订单金额(orderamt)不能为空，请填写。} */
  public String message() {
    return field.chineseName() + "(" + path + ")" + kind.sentence(field) + "。";
  }

  /** Path and kind, for logs. */
  @Override
  public String toString() {
    return path + " " + kind;
  }
}
