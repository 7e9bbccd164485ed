package org.yima.protocol;

import java.util.Objects;

/**
 * A message that cannot be read. It names the fault, the key or XML element it was found in, and
 * the place; it never carries a value, because a value may be personal data, and its text may be
 * logged and sent back to the caller. On the wire this is {@code respcode=10}.
 */
public final class MalformedMessage extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. The names are stable: callers may branch on them and logs may count them. */
  public enum Fault {
    TOO_LARGE("报文过大", "message too large"),
    BAD_UTF8("不是合法的 UTF-8 编码", "not valid UTF-8"),
    BAD_CHARACTER("含有不允许的控制字符", "control character not allowed"),
    UNBALANCED_BRACE("以 { 开头但不以 } 结尾", "begins with { but does not end with }"),
    MISSING_EQUALS("缺少等号，每项应为 key=value", "no equals sign; write key=value"),
    BAD_NAME("名称须以字母开头，只含字母、数字、下划线、点、横线", "not a name: letters, digits, _ . - only"),
    NAME_TOO_LONG("名称超过 64 个字符", "name longer than 64 characters"),
    DUPLICATE_KEY("同一参数出现两次", "key given twice"),
    TOO_MANY_KEYS("参数个数过多", "too many keys"),
    BAD_PERCENT("百分号编码不完整，原样的百分号请写作 %25", "broken percent escape; write % as %25"),
    UNCLOSED_XML("XML 没有结束标签，报文可能被截断", "XML has no end tag; truncated?"),
    BAD_XML("XML 格式错误", "XML not well-formed"),
    DTD("XML 不允许 DTD 声明", "no DTD allowed in XML"),
    ENTITY(
        "XML 只允许 &lt; &gt; &amp; &apos; &quot; 和字符编号",
        "only the five entities and numbers allowed"),
    PROCESSING_INSTRUCTION("XML 不允许处理指令", "no processing instruction allowed in XML"),
    NAMESPACE("XML 元素名不允许命名空间前缀", "no namespace prefix allowed"),
    MIXED_CONTENT("XML 元素不能既有文本又有子元素", "an element holds text or elements, not both"),
    WRONG_ROOT("XML 根元素不正确", "wrong XML root element"),
    TOO_DEEP("XML 嵌套过深", "XML nested too deeply"),
    TOO_MANY_ELEMENTS("XML 元素过多", "too many XML elements"),
    TOO_MANY_ATTRIBUTES("XML 属性过多", "too many XML attributes"),
    TEXT_TOO_LONG("XML 元素的文本过长", "text of an XML element too long");

    private final String chinese;
    private final String english;

    Fault(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }
  }

  private final Fault fault;
  private final String where;
  private final int offset;

  /**
   * Reports one fault.
   *
   * @param where the key or element concerned, or the last good one before the fault; empty if none
   * @param offset characters from the beginning of the text that was being read (for {@link
   *     Fault#BAD_UTF8} and {@link Fault#TOO_LARGE}: bytes)
   */
  MalformedMessage(Fault fault, String where, int offset) {
    super(describe(fault, where, offset));
    this.fault = fault;
    this.where = where;
    this.offset = offset;
  }

  private static String describe(Fault fault, String where, int offset) {
    Objects.requireNonNull(where, "where");
    String place = where.isEmpty() ? "" : where + ", ";
    return fault.chinese + "（" + place + "位置 " + offset + "）" + fault.english + " [" + fault + "]";
  }

  public Fault fault() {
    return fault;
  }

  /** The key or element the fault was found in or after; empty at the beginning of a message. */
  public String where() {
    return where;
  }

  /** Where in the text, counted as the constructor says. */
  public int offset() {
    return offset;
  }
}
