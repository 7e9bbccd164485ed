package org.yima.securitypkg;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;
import org.yima.securitypkg.CannotOpen.Fault;

/** A sealed message just opened: the inner string, and the content key that opened it. */
final class Envelope {
  private final Message message;
  private final byte[] contentKey;

  private Envelope(Message message, byte[] contentKey) {
    this.message = message;
    this.contentKey = contentKey;
  }

  static boolean isSealed(Form outer) {
    return outer.get("encrpteddata") != null || outer.get("encryptkey") != null;
  }

  /** Opens with whichever of our keys it was sealed to. */
  static Envelope open(Form outer, Suite suite, KeyRing keys) throws CannotOpen {
    byte[] wrapped = Message.base64(outer.get("encryptkey"), Fault.CONTENT);
    List<byte[]> candidates = keys.unwrap(suite, blankToNull(outer.get("certid")), wrapped);
    if (candidates.isEmpty()) {
      throw new CannotOpen(Fault.CERTID);
    }
    return open(outer, suite, candidates);
  }

  /** Opens a LEGACY reply with the key of its request. */
  static Envelope open(Form outer, byte[] contentKey) throws CannotOpen {
    return open(outer, Suite.LEGACY, Collections.singletonList(contentKey));
  }

  private static Envelope open(Form outer, Suite suite, List<byte[]> candidates) throws CannotOpen {
    byte[] sealed = Message.base64(outer.get("encrpteddata"), Fault.CONTENT);
    String transtype = outer.get("transtype");
    byte[] context = (transtype == null ? "" : transtype).getBytes(StandardCharsets.UTF_8);
    Envelope opened = null;
    for (byte[] candidate : candidates) {
      Form inner = opened == null ? inner(suite, candidate, context, sealed) : null;
      if (inner == null) {
        Arrays.fill(candidate, (byte) 0);
      } else {
        opened = new Envelope(new Message(inner, suite, true), candidate);
      }
    }
    if (opened == null) {
      throw new CannotOpen(Fault.CONTENT);
    }
    opened.requireSame(outer);
    return opened;
  }

  private static @Nullable Form inner(Suite suite, byte[] key, byte[] context, byte[] sealed) {
    try {
      return FormReader.readInner(suite.content().open(key, context, sealed));
    } catch (GeneralSecurityException | MalformedMessage e) {
      // What comes out of a wrong key and a malformed inner string are the same failure.
      return null;
    }
  }

  /** What is said outside, where nothing is signed, must be what is said inside. */
  private void requireSame(Form outer) throws CannotOpen {
    String outside = blankToNull(outer.get("transtype"));
    if (outside == null || !outside.equals(message.optional("transtype"))) {
      throw new CannotOpen(Fault.TRANSTYPE);
    }
    String suite = message.optional("suite");
    if (suite != null && !suite.equals(message.suite().name())) {
      throw new CannotOpen(Fault.SUITE);
    }
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.trim().isEmpty() ? null : value.trim();
  }

  Message message() {
    return message;
  }

  /** Gives the key away: kept by the LEGACY reply, wiped for the others. */
  byte[] contentKey() {
    return contentKey;
  }
}
