package org.yima.client;

/**
 * 扫码解码所得的电子凭证：二维码、token、证件与姓名。
 *
 * <p>What decoding a scan gives, and what every transaction on that scan sends along. The code
 * lives 60 seconds and is used up by decoding; the token lives a little longer (section 2.1) and is
 * used up by the payment. Immutable; {@code toString} shows nothing personal.
 */
public final class Credential {
  private final String qrCode;
  private final String token;
  private final String idType;
  private final String idNumber;
  private final String name;

  /**
   * 由其他途径（如国家动态库）解码所得的凭证。A credential decoded elsewhere, such as by the national library.
   *
   * @param qrCode 二维码: {@code ecqrcode}, as the scanner read it
   * @param token 鉴权 token: {@code ectoken}
   * @param idType 证件类型: kind of document, two digits
   * @param idNumber 证件号码: {@code idno}
   * @param name 姓名: {@code username}
   */
  public Credential(String qrCode, String token, String idType, String idNumber, String name) {
    this.qrCode = qrCode;
    this.token = token;
    this.idType = idType;
    this.idNumber = idNumber;
    this.name = name;
  }

  static Credential read(String qrCode, Values reply) throws UnreadableAnswer {
    return new Credential(
        qrCode,
        reply.required("ectoken"),
        reply.required("idtype"),
        reply.required("idno"),
        reply.required("username"));
  }

  /** The five elements; ST020 prints the first one's name without its q. */
  Fields into(Fields fields, String codeName) {
    return fields
        .put(codeName, qrCode)
        .put("ectoken", token)
        .put("idtype", idType)
        .put("idno", idNumber)
        .put("username", name);
  }

  /** 二维码 {@code ecqrcode}。The code as scanned. */
  public String qrCode() {
    return qrCode;
  }

  /** 鉴权 token {@code ectoken}。 */
  public String token() {
    return token;
  }

  /** 证件类型 {@code idtype}。Kind of identity document. */
  public String idType() {
    return idType;
  }

  /** 证件号码 {@code idno}。Number of the identity document. */
  public String idNumber() {
    return idNumber;
  }

  /** 姓名 {@code username}。The holder's name. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "credential";
  }
}
