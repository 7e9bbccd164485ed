package org.yima.platform.credential;

import org.yima.platform.person.IdNumber;
import org.yima.platform.person.PersonName;
import org.yima.protocol.Element;

/**
 * What a scan gives and every transaction on it sends along: {@code ecqrcode, ectoken, idtype,
 * idno, username}.
 */
public record Scan(String code, String token, IdNumber id, PersonName name) {
  private static final int DISTRICT = 6;

  public static Scan of(Element transdata) {
    return new Scan(
        code(transdata),
        transdata.textOf("ectoken"),
        new IdNumber(transdata.textOf("idtype"), transdata.textOf("idno")),
        new PersonName(transdata.textOf("username")));
  }

  /** ST020 and ST024 print {@code ecrcode}. */
  private static String code(Element transdata) {
    String code = transdata.textOf("ecqrcode");
    return code.isEmpty() ? transdata.textOf("ecrcode") : code;
  }

  /** The holder's district, which a token begins with; six zeros if this cannot be a token. */
  public String district() {
    boolean routed = token.length() > DISTRICT && token.substring(0, DISTRICT).matches("[0-9]{6}");
    return routed ? token.substring(0, DISTRICT) : "000000";
  }

  @Override
  public String toString() {
    return "scan of " + name;
  }
}
