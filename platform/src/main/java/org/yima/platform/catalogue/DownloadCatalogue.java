package org.yima.platform.catalogue;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.catalogue.CatalogueRows.Catalogue;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/**
 * ST042 目录下载. Gives the diseases or items of the institution's district that have changed after a
 * version, or all of them. Original interface.
 *
 * <p>Rows are told apart by code and first day; what no longer holds comes with its last day, and
 * nothing is ever taken back. The version is read before the rows, so a change in between comes
 * with the next download once more, and none is missed.
 */
@Component
final class DownloadCatalogue
    implements Transaction<DownloadCatalogue.Request, Answer<Long>, DownloadCatalogue.Download> {
  private final CatalogueRows rows;

  DownloadCatalogue(CatalogueRows rows) {
    this.rows = rows;
  }

  /**
   * @param after empty: it is no number
   */
  record Request(Catalogue catalogue, Optional<Long> after) {}

  /**
   * @param file zip in Base64
   */
  record Download(String file, long version) {}

  @Override
  public String code() {
    return "ST042";
  }

  @Override
  public Memory memory() {
    return Memory.QUERY;
  }

  @Override
  public Request read(Element transdata, Call call) {
    String after = transdata.textOf("afterversion").strip();
    return new Request(
        Catalogue.named(transdata.textOf("catalogue")),
        after.matches("[0-9]{0,18}")
            ? Optional.of(after.isEmpty() ? 0L : Long.parseLong(after))
            : Optional.empty());
  }

  @Override
  public Answer<Long> ask(Request request, Call call, Batch reads) {
    return rows.version(reads, call.district(), request.catalogue());
  }

  @Override
  public Outcome<Download> decide(Request request, Call call, Answer<Long> facts, Batch writes) {
    if (request.after().isEmpty()) {
      return Outcome.refuse(Reason.FIELDS_WRONG, "afterversion 起始版本应为上次下载所得的 version");
    }
    long version = facts.found().orElse(0L);
    long after = request.after().get();
    var file = new CatalogueFile(request.catalogue(), version);
    // A version that was never given is of another platform, whose rows are not these.
    rows.changed(call.district(), request.catalogue(), after > version ? 0 : after, file::add);
    return Outcome.done(new Download(file.finish(), version));
  }

  @Override
  public void write(Download download, Reply reply) {
    reply.put("file", download.file()).put("version", String.valueOf(download.version()));
  }
}
