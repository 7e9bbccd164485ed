package org.yima.securitypkg;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Form;
import org.yima.protocol.SignedString;
import org.yima.securitypkg.CannotOpen.Fault;

/** What was inside, its signatures not yet checked. */
final class Message {
  private final Form form;
  private final Suite suite;
  private final boolean sealed;

  Message(Form form, Suite suite, boolean sealed) {
    this.form = form;
    this.suite = suite;
    this.sealed = sealed;
  }

  Form form() {
    return form;
  }

  Suite suite() {
    return suite;
  }

  boolean isSealed() {
    return sealed;
  }

  /** The element without blanks around it; empty if it is missing. */
  String value(String name) {
    String value = form.get(name);
    return value == null ? "" : value.trim();
  }

  /** The element without blanks around it; null if it is missing or empty. */
  @Nullable String optional(String name) {
    String value = value(name);
    return value.isEmpty() ? null : value;
  }

  Message with(String name, String value) {
    return new Message(form.with(name, value), suite, sealed);
  }

  byte[] signedString() {
    return sealed ? SignedString.ofInner(form) : SignedString.ofPlain(form);
  }

  /** Starts checking signatures over this message. */
  SignatureCheck signatures(LegacyDigest digest, Instant now) {
    return new SignatureCheck(digest.messageFor(suite, signedString()), now);
  }

  /** Checks signatures that are all over the same bytes. */
  final class SignatureCheck {
    private final byte[] signed;
    private final Instant now;

    private SignatureCheck(byte[] signed, Instant now) {
      this.signed = signed;
      this.now = now;
    }

    /** Throws the fault unless the element holds this party's signature. */
    void require(String element, PartyCertificates by, @Nullable String certid, Fault fault)
        throws CannotOpen {
      byte[] signature = base64(value(element), fault);
      if (!by.verifies(suite, signed, signature, certid, now)) {
        throw new CannotOpen(fault);
      }
    }
  }

  /** Old Java encoders break lines after 76 characters; apart from that, Base64 is Base64. */
  static byte[] base64(@Nullable String text, Fault fault) throws CannotOpen {
    if (text == null) {
      throw new CannotOpen(fault);
    }
    try {
      return Base64.getDecoder().decode(text.replace("\r", "").replace("\n", ""));
    } catch (IllegalArgumentException e) {
      throw new CannotOpen(fault);
    }
  }
}
