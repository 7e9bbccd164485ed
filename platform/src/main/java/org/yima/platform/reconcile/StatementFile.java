package org.yima.platform.reconcile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yima.settlement.Money;

/**
 * A statement being written: UTF-8 lines ended by CR LF, in a zip with one entry, in Base64. Held
 * is what will be sent and nothing else, since a reply is signed and sealed as a whole; and of that
 * no more than a limit.
 */
final class StatementFile {
  /** Some hundred thousand lines; the client takes twice as much. */
  static final int MOST_BYTES = 32 << 20;

  private static final byte[] END = {'\r', '\n'};

  private final char separator;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int limit;
  private final ZipOutputStream zip = new ZipOutputStream(Base64.getEncoder().wrap(bytes));
  private final SM3Digest digest = new SM3Digest();
  private long count;
  private Money amount = Money.ZERO;
  private Money hospitalBorne = Money.ZERO;

  StatementFile(String cycleNo, char separator) {
    this(cycleNo, separator, MOST_BYTES);
  }

  /**
   * @param limit of the Base64, in bytes; checked after every line
   */
  StatementFile(String cycleNo, char separator, int limit) {
    this.separator = separator;
    this.limit = limit;
    try {
      zip.putNextEntry(new ZipEntry(cycleNo + ".txt"));
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** The file is longer than it may be; what it is about is for the caller to say. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("the statement is too large", null, false, false);
    }
  }

  /**
   * @throws TooLarge if the file is over its limit
   */
  void add(StatementLine line) {
    byte[] text = line.text(separator).getBytes(StandardCharsets.UTF_8);
    write(text);
    write(END);
    count++;
    amount = amount.plus(line.total());
    hospitalBorne = hospitalBorne.plus(line.hospitalBorne());
    if (bytes.size() > limit) {
      throw new TooLarge();
    }
  }

  private void write(byte[] part) {
    try {
      zip.write(part);
    } catch (IOException e) {
      throw inMemory(e);
    }
    digest.update(part, 0, part.length);
  }

  Statement finish() {
    try {
      zip.close();
    } catch (IOException e) {
      throw inMemory(e);
    }
    byte[] sm3 = new byte[digest.getDigestSize()];
    digest.doFinal(sm3, 0);
    String file = bytes.toString(StandardCharsets.ISO_8859_1);
    return new Statement(file, count, amount, hospitalBorne, HexFormat.of().formatHex(sm3));
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("writing to memory does not fail", e);
  }

  /**
   * A finished statement.
   *
   * @param file the zip in Base64
   * @param amount the sum of all totals; refunds count negative
   * @param hospitalBorne the sum of what the hospital bears; below zero: keeps
   * @param sm3 of the unzipped text, in hexadecimal
   */
  record Statement(String file, long count, Money amount, Money hospitalBorne, String sm3) {}
}
