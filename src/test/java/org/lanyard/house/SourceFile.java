package org.lanyard.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One parsed Java file.
 *
 * @param path relative to the source folder, with slashes
 */
record SourceFile(String path, CompilationUnitTree unit, String text, SourcePositions positions) {

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern BLANKET = Pattern.compile("\\b(?:Throwable|Exception|RuntimeException)\\b");
    private static final Pattern TABLE = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(\\w+)");

    /** @param lines from the first modifier to the closing brace */
    record Method(String file, String name, long lines) {

        @Override
        public String toString() {
            return file + "#" + name + " (" + lines + ")";
        }
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** The folders between org/lanyard and the file, with dots: "roster.format", "" for the root package. */
    String packageName() {
        String folder = path.substring(0, path.lastIndexOf('/'));
        return folder.equals("org/lanyard") ? "" : folder.substring("org/lanyard/".length()).replace('/', '.');
    }

    /** The texts of all Javadocs, without stars. */
    List<String> javadocs() {
        return JAVADOC.matcher(text).results().map(found -> found.group(1).replaceAll("(?m)^\\s*\\*\\s?", "").strip())
                .toList();
    }

    int nulls() {
        int[] count = {0};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                count[0] += literal.getKind() == Tree.Kind.NULL_LITERAL ? 1 : 0;
                return null;
            }
        }.scan(unit, null);
        return count[0];
    }

    /** Conditional expressions that stand within another one of the same expression, not within a lambda of it. */
    int nestedTernaries() {
        int[] count = {0};
        new TreeScanner<Void, Boolean>() {
            @Override
            public Void visitConditionalExpression(ConditionalExpressionTree ternary, Boolean within) {
                count[0] += Boolean.TRUE.equals(within) ? 1 : 0;
                return super.visitConditionalExpression(ternary, true);
            }

            @Override
            public Void visitBlock(BlockTree block, Boolean within) {
                return super.visitBlock(block, false);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Boolean within) {
                return super.visitLambdaExpression(lambda, false);
            }
        }.scan(unit, false);
        return count[0];
    }

    /** Catch clauses of every failure there is, except where the block ends by throwing what it caught once more. */
    int blanketCatches() {
        int[] count = {0};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitCatch(CatchTree clause, Void nothing) {
                boolean blanket = BLANKET.matcher(clause.getParameter().getType().toString()).find();
                Tree last =
                        clause.getBlock().getStatements().isEmpty() ? clause : clause.getBlock().getStatements().getLast();
                boolean again = last.toString().strip().equals("throw " + clause.getParameter().getName() + ";");
                count[0] += blanket && !again ? 1 : 0;
                return super.visitCatch(clause, nothing);
            }
        }.scan(unit, null);
        return count[0];
    }

    /** Names of classes, records, interfaces and enums, nested ones too. */
    List<String> types() {
        List<String> names = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                names.add(type.getSimpleName().toString());
                return super.visitClass(type, nothing);
            }
        }.scan(unit, null);
        return names;
    }

    /** Methods and constructors with a body. */
    List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                if (method.getBody() != null && positions.getEndPosition(unit, method) >= 0) {
                    methods.add(new Method(path, method.getName().toString(), linesOf(method)));
                }
                return super.visitMethod(method, nothing);
            }
        }.scan(unit, null);
        return methods;
    }

    private long linesOf(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree) - 1)
                - unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree)) + 1;
    }

    /** Names of types and methods. */
    Set<String> declaredNames() {
        Set<String> names = new TreeSet<>(types());
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                names.add(method.getName().toString());
                return super.visitMethod(method, nothing);
            }
        }.scan(unit, null);
        return names;
    }

    List<String> strings() {
        List<String> strings = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String string) {
                    strings.add(string);
                }
                return null;
            }
        }.scan(unit, null);
        return strings;
    }

    /** Tables and views that SQL in this file reads or writes; SQL is recognized by keywords in capitals. */
    Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        strings().forEach(string -> TABLE.matcher(string).results().map(found -> found.group(1)).forEach(tables::add));
        return tables;
    }

    /** Packages of org.lanyard that are imported, as {@link #packageName} writes them. */
    Set<String> importedPackages() {
        Set<String> packages = new TreeSet<>();
        unit.getImports().stream().map(each -> each.getQualifiedIdentifier().toString())
                .filter(name -> name.startsWith("org.lanyard."))
                .forEach(name -> packages.add(String.join(".", Pattern.compile("\\.").splitAsStream(name).skip(2)
                        .takeWhile(part -> Character.isLowerCase(part.charAt(0))).toList())));
        return packages;
    }

    long matches(Pattern pattern) {
        return pattern.matcher(text).results().map(MatchResult::start).count();
    }
}
