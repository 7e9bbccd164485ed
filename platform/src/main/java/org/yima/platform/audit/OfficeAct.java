package org.yima.platform.audit;

import java.time.Instant;
import java.util.List;

/**
 * What the scheme's own office does without a call over the wire: a file that is imported, a step
 * of a reversal.
 *
 * @param district of the institution that it is about; {@link #ALL}: it is about none alone
 * @param hospcode of that institution; empty: none
 * @param operator who did it, as the command line says
 * @param name what was done: {@code import people}, {@code reverse approve}
 * @param subject the order's number, or the file's name
 * @param message SM3 of what was given, in hexadecimal
 */
public record OfficeAct(
    String district,
    String hospcode,
    Instant at,
    String operator,
    String name,
    String subject,
    String message) {

  /** The chain of what concerns the whole platform. */
  public static final String ALL = "000000";

  /** It was carried out. */
  public static final String DONE = "00";

  /** It was not, and nothing has changed. */
  public static final String REFUSED = "REFUSED";

  /** It is written in parts from here on; if no {@link #DONE} follows it was interrupted. */
  public static final String BEGUN = "BEGUN";

  /** Of words that were given, as the digest by which they are known; see docs/operate/audit.md. */
  public static String digest(List<String> words) {
    return Digests.sm3(Digests.joined(words));
  }
}
