package org.yima.platform;

/** Why a call was not carried out at all: {@code respcode}, decisions §4. */
enum CallFault {
  MALFORMED("10", "报文格式错误 malformed message"),
  UNKNOWN_CALLER("11", "商户或接入系统未登记或已停用 unknown or disabled caller"),
  CANNOT_OPEN("12", "报文不能打开或签名错误 message cannot be opened or signature wrong"),
  OUTSIDE_TIME_WINDOW("13", "报文时间与平台时间相差过大，请校准时钟 timestamp outside the window"),
  TOO_OFTEN("14", "调用过于频繁，本次未受理，请稍后再发 too many calls, not carried out"),
  UNKNOWN_TRANSACTION("15", "交易编码或版本不支持 unknown transaction or version");

  private final String code;
  private final String sentence;

  CallFault(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  static CallFault of(String respcode) {
    for (CallFault fault : values()) {
      if (fault.code.equals(respcode)) {
        return fault;
      }
    }
    return CANNOT_OPEN;
  }

  String code() {
    return code;
  }

  String sentence() {
    return sentence;
  }
}
