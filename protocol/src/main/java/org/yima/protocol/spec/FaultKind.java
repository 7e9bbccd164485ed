package org.yima.protocol.spec;

/**
 * What can be wrong with a field. The names are stable: programs may rely on them, and tests do.
 * Each carries the Chinese sentence that says what is wrong and the way out.
 */
public enum FaultKind {
  MISSING("不能为空，请填写"),
  DUPLICATE("出现了不止一次，请只传一个"),
  WRONG_SHAPE("结构不对，{shape}"),
  CONTROL_CHARACTER("含有换行、制表符或其他控制字符，请去掉"),
  TOO_LONG("过长，请缩短到{length}个字符以内"),
  NOT_A_NUMBER("不是数字，应为{hint}"),
  NEGATIVE("不能为负数，应为{hint}"),
  TOO_MANY_DIGITS("整数位数过多，应为{hint}"),
  TOO_MANY_DECIMALS("小数位数过多，应为{hint}"),
  NOT_A_DATE("不是有效日期，应为{hint}"),
  NOT_A_URL("不是有效地址，应为{hint}"),
  BAD_CHARACTER("含有不允许的字符，只能用{hint}"),
  NOT_FLAGS("不正确，应为{hint}"),
  UNKNOWN_CODE("不在代码表中，应为{hint}"),
  TOO_MANY_ROWS("行数过多，请分成每次不超过{most}行");

  private final String sentence;

  FaultKind(String sentence) {
    this.sentence = sentence;
  }

  /** The sentence without its subject. Says what the field allows, never what it held. */
  String sentence(Field field) {
    boolean plain = field.type() != FieldType.TABLE && field.type() != FieldType.ROWS;
    return sentence
        .replace("{shape}", plain ? "应直接填值，不含下级元素" : "应含下级元素，不能直接填值")
        .replace("{length}", Integer.toString(field.maxLength()))
        .replace("{most}", Integer.toString(field.mostRows()))
        .replace("{hint}", field.rule().hint());
  }
}
