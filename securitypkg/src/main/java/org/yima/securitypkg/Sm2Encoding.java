package org.yima.securitypkg;

import static org.yima.securitypkg.Sm2Curve.WORD;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;

/**
 * The encodings of SM2 in use: ASN.1 (GB/T 35276), which is what we write, and the bare
 * concatenations that many libraries write, which are also read. They are told apart by length.
 */
final class Sm2Encoding {
  private static final byte UNCOMPRESSED = 4;

  private Sm2Encoding() {}

  /** A signature as DER, also from R ‖ S; anything else is passed on for the verifier to refuse. */
  static byte[] derSignature(byte[] signature) {
    if (signature.length != 2 * WORD) {
      return signature;
    }
    try {
      BigInteger r = new BigInteger(1, Arrays.copyOf(signature, WORD));
      BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, WORD, 2 * WORD));
      return StandardDSAEncoding.INSTANCE.encode(Sm2Curve.DOMAIN.getN(), r, s);
    } catch (IOException | IllegalArgumentException e) {
      return signature;
    }
  }

  /** From 04 ‖ x ‖ y ‖ C3 ‖ C2 to SEQUENCE { x, y, C3, C2 }. */
  static byte[] sequence(byte[] c1c3c2) {
    ASN1Integer x = new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(c1c3c2, 1, 1 + WORD)));
    ASN1Integer y =
        new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(c1c3c2, 1 + WORD, 1 + 2 * WORD)));
    int c3At = 1 + 2 * WORD;
    DEROctetString c3 = new DEROctetString(Arrays.copyOfRange(c1c3c2, c3At, c3At + WORD));
    DEROctetString c2 = new DEROctetString(Arrays.copyOfRange(c1c3c2, c3At + WORD, c1c3c2.length));
    try {
      return new DERSequence(new ASN1Encodable[] {x, y, c3, c2}).getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  /**
   * To 04 ‖ x ‖ y ‖ C3 ‖ C2, from the SEQUENCE, from C1C3C2, or from C1C3C2 without the 04.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static byte[] c1c3c2(byte[] wrapped, int keyLength) {
    int bare = 3 * WORD + keyLength;
    if (wrapped.length == bare + 1 && wrapped[0] == UNCOMPRESSED) {
      return wrapped;
    }
    if (wrapped.length == bare) {
      return concat(new byte[] {UNCOMPRESSED}, wrapped);
    }
    byte[] fromSequence = ofSequence(wrapped);
    if (fromSequence.length != bare + 1) {
      throw new IllegalArgumentException("not an SM2 ciphertext of " + keyLength + " bytes");
    }
    return fromSequence;
  }

  private static byte[] ofSequence(byte[] wrapped) {
    try {
      ASN1Sequence parts = ASN1Sequence.getInstance(wrapped);
      return concat(
          new byte[] {UNCOMPRESSED},
          coordinate(parts.getObjectAt(0)),
          coordinate(parts.getObjectAt(1)),
          ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets(),
          ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets());
    } catch (RuntimeException e) {
      // The ASN.1 parser has several unchecked exceptions for bytes that are not what it wants.
      throw new IllegalArgumentException("not an SM2 ciphertext", e);
    }
  }

  private static byte[] coordinate(Object integer) {
    return BigIntegers.asUnsignedByteArray(
        WORD, ASN1Integer.getInstance(integer).getPositiveValue());
  }

  private static byte[] concat(byte[]... parts) {
    return org.bouncycastle.util.Arrays.concatenate(parts);
  }
}
