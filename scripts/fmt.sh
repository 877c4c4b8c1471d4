# ./lexi fmt
fmt() { cd "$LEXI_CLONE" && git ls-files -z '*.cpp' '*.hpp' | in_root xargs -0 clang-format -i; }
