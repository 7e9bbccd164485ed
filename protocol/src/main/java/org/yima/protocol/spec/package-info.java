/**
 * The interface as data: the tables of the project's {@code spec/} folder, read once from the class
 * path, and everything that follows from them alone: which fields a transaction has, what is wrong
 * with those that came, how amounts and dates are read and written.
 *
 * <p>Owns names, types, lengths and codes. Knows nothing of the form around the fields, of keys, or
 * of what any field does to an order.
 */
package org.yima.protocol.spec;
