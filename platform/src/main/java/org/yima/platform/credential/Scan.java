package org.yima.platform.credential;

import org.yima.platform.person.IdNumber;
import org.yima.platform.person.Insured;
import org.yima.platform.person.PersonName;
import org.yima.protocol.Element;

/**
 * What a scan gives and every transaction on it sends along: {@code ecqrcode, ectoken, idtype,
 * idno, username}.
 *
 * @param district where the holder is insured; six zeros if this cannot be a token
 * @param keptIn the district that the token is kept under: the holder's, or for a token of the
 *     national service the scanning institution's
 */
public record Scan(
    String code, String token, IdNumber id, PersonName name, String district, String keptIn) {
  private static final int DISTRICT = 6;
  private static final String NOWHERE = "000000";

  /** A scan as it was sent. A token of the built-in service begins with the holder's district. */
  public Scan(String code, String token, IdNumber id, PersonName name) {
    this(code, token, id, name, routed(token), routed(token));
  }

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

  private static String routed(String token) {
    if (token.length() <= DISTRICT) {
      return NOWHERE;
    }
    for (int i = 0; i < DISTRICT; i++) {
      if (token.charAt(i) < '0' || token.charAt(i) > '9') {
        return NOWHERE;
      }
    }
    return token.substring(0, DISTRICT);
  }

  /** Whether it says who showed the code, by document and name. */
  public boolean isWhole() {
    return !id.type().isEmpty() && !id.value().isEmpty() && !name.value().isEmpty();
  }

  /** A second step may leave out who it is: the first one said so. */
  boolean namesSomebody() {
    return !id.value().isEmpty() || !name.value().isEmpty();
  }

  /** Whether all that it says of a person is true of this one. */
  boolean names(Insured person) {
    boolean sameId = id.value().isEmpty() || id.value().equals(person.id().value());
    boolean sameName = name.value().isEmpty() || name.sameAs(person.name());
    return sameId && sameName;
  }

  /** The same scan with a token of the national service, found where it is kept. */
  Scan foreign(String home, String kept) {
    return new Scan(code, token, id, name, home, kept);
  }

  @Override
  public String toString() {
    return "scan of " + name;
  }
}
