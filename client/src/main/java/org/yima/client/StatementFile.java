package org.yima.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.util.encoders.Hex;

/** The text file inside a statement: one entry of a zip, in Base64 (3.3.2, decisions §9). */
final class StatementFile {
  /** Longest text; a million lines have about 150 MB, and nobody has so many in one cycle. */
  static final int MAX_TEXT = 256 << 20;

  private final byte[] text;

  private StatementFile(byte[] text) {
    this.text = text;
  }

  /** Unpacks it, whatever the zip says of its size, up to a bound in bytes. */
  static StatementFile unpack(String base64, int most) throws UnreadableAnswer {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)))) {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null || entry.isDirectory()) {
        throw new UnreadableAnswer("file: no zip with one entry");
      }
      byte[] text = bounded(zip, most);
      if (zip.getNextEntry() != null) {
        throw new UnreadableAnswer("file: more than one entry");
      }
      return new StatementFile(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableAnswer("file: neither Base64 nor zip");
    }
  }

  private static byte[] bounded(ZipInputStream zip, int most) throws IOException, UnreadableAnswer {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      if (read > most - out.size()) {
        throw new UnreadableAnswer("file: more than " + most + " bytes");
      }
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }

  /** The digest of the text in lower-case hex. */
  String sm3() {
    SM3Digest digest = new SM3Digest();
    digest.update(text, 0, text.length);
    byte[] value = new byte[digest.getDigestSize()];
    digest.doFinal(value, 0);
    return Hex.toHexString(value);
  }

  String text() {
    return new String(text, StandardCharsets.UTF_8);
  }

  List<StatementLine> lines(String separator) throws UnreadableAnswer {
    Pattern cut = Pattern.compile(Pattern.quote(separator));
    List<StatementLine> lines = new ArrayList<>();
    String rest = new String(text, StandardCharsets.UTF_8);
    for (int from = 0; from < rest.length(); ) {
      int end = rest.indexOf("\r\n", from);
      int to = end < 0 ? rest.length() : end;
      lines.add(StatementLine.read(cut.split(rest.substring(from, to), -1), lines.size() + 1));
      from = to + 2;
    }
    return lines;
  }
}
