"""One kind of fact, one module: see CONTRIBUTING for how to add one."""
