// Each test starts whole processes, some a browser: side by side on two cores they would test the machine's patience.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
