#pragma once
#include "app/transfer/service.hpp"
#include "kit/router.hpp"

namespace lexi::transfer {

void mount_transfer(http::Router& router, TransferService& service);

}  // namespace lexi::transfer
