package org.yima.securitypkg;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Form;
import org.yima.protocol.FormWriter;
import org.yima.protocol.SignedString;

/** How the platform writes to one caller: signed by whom, sealed how, spelled how. */
final class Outlet {
  private final Caller caller;
  private final Suite suite;
  private final KeyRing.SigningKey signer;
  private final @Nullable Supplier<ContentKey> contentKeys;
  private final SecureRandom random;

  /** Writes sealed under one content key for each message, or plain if there are none. */
  Outlet(
      Caller caller,
      Suite suite,
      KeyRing.SigningKey signer,
      @Nullable Supplier<ContentKey> contentKeys,
      SecureRandom random) {
    this.caller = caller;
    this.suite = suite;
    this.signer = signer;
    this.contentKeys = contentKeys;
    this.random = random;
  }

  byte[] write(String transtype, SortedMap<String, String> elements) {
    SortedMap<String, String> all = new TreeMap<>(elements);
    all.put("transtype", transtype);
    Form inner = signed(Form.of(writable(all)));
    if (contentKeys == null) {
      return FormWriter.raw(inner);
    }
    Form outer = contentKeys.get().seal(transtype, FormWriter.raw(inner), random);
    return suite == Suite.LEGACY ? FormWriter.raw(outer) : FormWriter.encoded(outer);
  }

  private Form signed(Form form) {
    byte[] signedString =
        contentKeys == null ? SignedString.ofPlain(form) : SignedString.ofInner(form);
    byte[] message = caller.legacyDigest().messageFor(suite, signedString);
    String signature = Base64.getEncoder().encodeToString(signer.sign(suite, message));
    return form.with(caller.signatureKey().key(), signature);
  }

  /**
   * An ampersand would cut a value that is written raw. Where a request's own words are repeated in
   * an answer that is already committed, refusing to write it would be worse than a wide one.
   */
  private static SortedMap<String, String> writable(SortedMap<String, String> elements) {
    for (Map.Entry<String, String> element : elements.entrySet()) {
      if (!element.getKey().equals("transdata") && !element.getKey().equals("aptorderackdata")) {
        element.setValue(element.getValue().replace('&', '＆'));
      }
    }
    return elements;
  }
}
