package org.yima.securitypkg;

import java.util.SortedMap;
import java.util.TreeMap;

/** How to answer one request, in the form and suite it came in. */
public final class Reply {
  private final Message request;
  private final Outlet outlet;

  Reply(Message request, Outlet outlet) {
    this.request = request;
    this.outlet = outlet;
  }

  /**
   * Writes the answer: adds the request's {@code transtype} and {@code nonce}, signs, and seals it
   * under a fresh key if the request was sealed (LEGACY: under the request's key).
   *
   * @param elements {@code respcode, respmsg, aprcode, aprtmsg} and the business elements, names in
   *     lower case, values raw; an ampersand outside the XML of {@code aptorderackdata} is written
   *     as {@code ＆}
   * @return the body of the HTTP answer
   * @throws IllegalArgumentException if a name cannot be sent or a value holds a control character
   */
  public byte[] write(SortedMap<String, String> elements) {
    SortedMap<String, String> all = new TreeMap<>(elements);
    String nonce = request.optional("nonce");
    if (nonce != null) {
      all.put("nonce", nonce);
    }
    return outlet.write(request.value("transtype"), all);
  }
}
