package org.yima.platform.audit;

/**
 * Something about the audit trail that is not as it was entered.
 *
 * @param district whose chain
 * @param detail which entry, block or day
 */
public record Finding(Kind kind, String district, String detail) {

  /** What is wrong. */
  public enum Kind {
    CHANGED("条目被改动", "an entry was changed"),
    MISSING("条目缺失", "an entry is missing"),
    INSERTED("条目是后来加入的", "an entry was inserted into a sealed block"),
    NOT_OURS("条目不是平台写入的", "an entry was not entered by the platform"),
    BLOCK_CHANGED("区块被改动，或其前一区块被改动", "a block, or the one before it, was changed"),
    BLOCK_MISSING("区块缺失", "a block is missing"),
    CUT_OFF("链尾缺失", "the end of the chain is missing"),
    HEAD_DIFFERS("与签名的链头不符", "the chain is not what was signed"),
    SIGNATURE_WRONG("链头的签名不对", "the signature of a head is wrong");

    private final String chinese;
    private final String english;

    Kind(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }
  }

  /** For whoever reads the report. */
  public String sentence() {
    return "%s %s：%s (%s)".formatted(district, kind.chinese, detail, kind.english);
  }
}
