/**
 * What the command line says about policies and cases: a settled case with its reasons ({@link
 * org.yima.policy.report.CaseReport}), a folder that was checked ({@link
 * org.yima.policy.report.FolderCheck}), two versions beside each other ({@link
 * org.yima.policy.report.PolicyDiff}).
 *
 * <p>Each is a record of texts, lists and numbers with amounts in yuan, so that it can be written
 * as JSON as it stands, and has {@code text()} for people. It hides how the tables are laid out.
 */
@NullMarked
package org.yima.policy.report;

import org.jspecify.annotations.NullMarked;
