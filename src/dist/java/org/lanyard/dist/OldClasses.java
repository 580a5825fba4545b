package org.lanyard.dist;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Classes compiled for Java 5 cannot stand in an AOT cache, because they have no stack maps: they are verified anew at each
 * start. In the copy for the image they get them; their code stays as it is.
 */
final class OldClasses {

    private static final int WITH_STACK_MAPS = ClassFile.JAVA_8_VERSION;

    private OldClasses() {}

    static void copy(Path jar, Path to) throws IOException {
        try (URLClassLoader own = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            ClassFile newer = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(own)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (ZipEntry entry : from.stream().toList()) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? renewed(newer, content) : content);
            }
        }
    }

    private static byte[] renewed(ClassFile newer, byte[] content) {
        ClassModel old = newer.parse(content);
        if (old.majorVersion() >= ClassFile.JAVA_6_VERSION) {
            return content;
        }
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(WITH_STACK_MAPS, 0);
            } else {
                builder.with(element);
            }
        };
        return newer.transformClass(old, ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(version));
    }
}
